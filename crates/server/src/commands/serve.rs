//! `estafeta serve`: the site, from opening the port to leaving it in peace.
//!
//! It says who can reach its address, and in one line what stands in the way of starting.
//! Deliberately absent: pages (`web`) and the sample town (`demo`).

use std::net::{IpAddr, SocketAddr};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use tokio::net::TcpListener;
use web::state::{Front, Manner, Site, Web};

/// What `estafeta serve` is asked for.
#[derive(Args, Debug)]
pub(crate) struct Serve {
    /// Address and port to listen on; 0.0.0.0:8080 lets the whole network in.
    #[arg(long, default_value = "127.0.0.1:8080", env = "ESTAFETA_LISTEN")]
    listen: SocketAddr,
    /// A proxy stands before this process and tells who asks in X-Forwarded-For and -Proto.
    #[arg(long, env = "ESTAFETA_BEHIND_PROXY")]
    behind_proxy: bool,
}

/// Serves until it is asked to stop.
pub(crate) fn run(asked: &Serve) -> ExitCode {
    match serve(asked) {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => {
            eprintln!("estafeta: {err:#}");
            ExitCode::from(2)
        }
    }
}

fn serve(asked: &Serve) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Runtime::new().context("threads cannot be started")?;
    runtime.block_on(async {
        let front = if asked.behind_proxy { Front::Proxy } else { Front::Direct };
        let site = web::site(Web::new(Site { manner: Manner::Work, front }));
        let listener = open(asked.listen).await?;
        let address = listener.local_addr().context("the port has no address")?;
        eprintln!("{}", greeting(address));
        let service = site.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service)
            .with_graceful_shutdown(asked_to_stop())
            .await
            .context("the port was lost")
    })
}

/// Opens the port, or says plainly why it cannot be.
pub(crate) async fn open(listen: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(listen).await.map_err(|err| match err.kind() {
        std::io::ErrorKind::AddrInUse => {
            anyhow::anyhow!(
                "port {} is taken: stop the other program or choose another with --listen",
                listen.port()
            )
        }
        std::io::ErrorKind::PermissionDenied => {
            anyhow::anyhow!(
                "port {} is not allowed to this user: ports from 1024 on are",
                listen.port()
            )
        }
        std::io::ErrorKind::AddrNotAvailable => {
            anyhow::anyhow!("{} is not an address of this machine", listen.ip())
        }
        _ => anyhow::Error::new(err).context(format!("{listen} cannot be opened")),
    })
}

/// Says where the site is and who can reach it.
pub(crate) fn greeting(address: SocketAddr) -> String {
    let reach = match address.ip() {
        ip if ip.is_loopback() => {
            "only this computer can open it; --listen 0.0.0.0:8080 lets in the network"
        }
        ip if ip.is_unspecified() => {
            "every computer of this network can open it by this computer's name or address"
        }
        IpAddr::V4(_) | IpAddr::V6(_) => "whoever reaches this address can open it",
    };
    let shown = match address.ip().is_unspecified() {
        true => SocketAddr::new(IpAddr::from([127, 0, 0, 1]), address.port()),
        false => address,
    };
    format!("Estafeta: http://{shown}\n  {reach}\n  Ctrl+C stops it")
}

/// Waits for Ctrl+C or a polite signal of the system.
pub(crate) async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            }
            Err(err) => tracing::warn!(%err, "the signal to stop cannot be heard"),
        }
    }
    #[cfg(not(unix))]
    if interrupt.await.is_err() {
        tracing::warn!("Ctrl+C cannot be heard");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greeting_says_who_can_reach_the_address() {
        for (address, who) in [
            ("127.0.0.1:8080", "only this computer"),
            ("[::1]:8080", "only this computer"),
            ("0.0.0.0:8080", "every computer of this network"),
            ("192.0.2.7:80", "whoever reaches"),
        ] {
            assert!(greeting(address.parse().unwrap()).contains(who), "{address}");
        }
    }

    #[tokio::test]
    async fn a_taken_port_is_told_in_one_line() {
        let first = open("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let refused = open(first.local_addr().unwrap()).await.unwrap_err();
        assert!(refused.to_string().contains("is taken"), "{refused}");
        assert!(!refused.to_string().contains('\n'));
    }
}
