//! `estafeta serve`: the site, from opening the port to leaving it in peace.
//!
//! It says who can reach its address, and in one line what stands in the way of starting.
//! Deliberately absent: pages (`web`) and the sample town (`demo`).

use std::net::{IpAddr, SocketAddr};
use std::process::ExitCode;

use anyhow::Context as _;
use app::account::is_first_start;
use app::clock::Ids;
use app::{App, Manner, Store, StoreError};
use clap::Args;
use tokio::net::TcpListener;
use web::state::{Front, Site, Web};

use crate::clock;
use crate::key_file::KeyFile;
use crate::worker::Mail;

/// What `estafeta serve` is asked for.
#[derive(Args, Debug)]
pub(crate) struct Serve {
    /// Address and port to listen on; 0.0.0.0:8080 lets the whole network in.
    #[arg(long, default_value = "127.0.0.1:8080", env = "ESTAFETA_LISTEN")]
    listen: SocketAddr,
    /// Where everything is kept: sqlite:FILE, or postgres://… for many schools.
    #[arg(
        long,
        default_value = "sqlite:estafeta.db",
        env = "ESTAFETA_DATABASE",
        hide_env_values = true
    )]
    database: String,
    /// A proxy stands before this process and tells who asks in X-Forwarded-For and -Proto.
    #[arg(long, env = "ESTAFETA_BEHIND_PROXY")]
    behind_proxy: bool,
    #[command(flatten)]
    key: KeyFile,
    #[command(flatten)]
    mail: Mail,
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
        // The port first: a second copy started by mistake must not touch the database.
        let listener = open(asked.listen).await?;
        let store = open_store(&asked.database).await?;
        let vault = asked.key.open(&asked.database)?;
        let app =
            App::new(store, clock::of_machine(), Ids::random(), Manner::Work).with_vault(vault);
        let front = if asked.behind_proxy { Front::Proxy } else { Front::Direct };
        let address = listener.local_addr().context("the port has no address")?;
        eprintln!("{}", greeting(address));
        let is_first = is_first_start(&app).await.context("the database cannot be read")?;
        if is_first {
            eprintln!("  nobody has begun yet: open the address, write the name of the school, and you are its curator");
        }
        if let Some(worker) = asked.mail.worker()? {
            tokio::spawn(worker.run(app.clone()));
        }
        keep_open(listener, app, front).await
    })
}

/// Serves an installation on an open port until the process is asked to stop; requests that have
/// begun are answered first.
pub(crate) async fn keep_open(listener: TcpListener, app: App, front: Front) -> anyhow::Result<()> {
    let store = app.store.clone();
    let site = web::site(Web::new(app, Site { front }));
    let service = site.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(asked_to_stop())
        .await
        .context("the port was lost")?;
    store.close().await.context("the database was not closed in peace")
}

/// Opens the database and brings it to the schema of this version.
pub(crate) async fn open_store(url: &str) -> anyhow::Result<Store> {
    let shown = without_password(url);
    let store = Store::connect(url).await.map_err(|error| unopened(url, error))?;
    store
        .migrate()
        .await
        .with_context(|| format!("the database {shown} cannot be brought to this version"))?;
    Ok(store)
}

/// One sentence on a database that cannot be opened, and what to look at.
fn unopened(url: &str, error: StoreError) -> anyhow::Error {
    let shown = without_password(url);
    if !url.starts_with("postgres") {
        return anyhow::Error::new(error).context(format!("the database {shown} cannot be opened"));
    }
    let said = chain(&error);
    match said.contains("authentication failed") || said.contains("does not exist") {
        true => anyhow::anyhow!(
            "the database {shown} refuses us: look at the name, the password and the database's name"
        ),
        false => anyhow::anyhow!(
            "the database {shown} does not answer: look whether the server runs and whether this \
             computer may reach it"
        ),
    }
}

/// What an error and its causes say, for looking at only: it may hold names.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |it| it.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

/// The address of a database, fit to be printed.
fn without_password(url: &str) -> String {
    match url.split_once("://").map(|(scheme, rest)| (scheme, rest.rsplit_once('@'))) {
        Some((scheme, Some((_, place)))) => format!("{scheme}://…@{place}"),
        _ => url.to_owned(),
    }
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
    format!("Estafeta: {}\n  {reach}\n  Ctrl+C stops it", site_of(address))
}

/// The address of the site as a browser of this computer opens it.
pub(crate) fn site_of(address: SocketAddr) -> String {
    let shown = match address.ip().is_unspecified() {
        true => SocketAddr::new(IpAddr::from([127, 0, 0, 1]), address.port()),
        false => address,
    };
    format!("http://{shown}")
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

    #[test]
    fn the_password_of_a_database_is_never_printed() {
        for (url, shown) in [
            ("postgres://estafeta:secret@db.example/estafeta", "postgres://…@db.example/estafeta"),
            ("sqlite:estafeta.db", "sqlite:estafeta.db"),
        ] {
            assert_eq!(without_password(url), shown);
        }
    }

    #[tokio::test]
    async fn a_database_that_is_away_is_told_in_one_line_without_its_password() {
        let away = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = away.local_addr().unwrap();
        drop(away);
        let url = format!("postgres://estafeta:secret@{address}/estafeta");
        let refused = format!("{:#}", open_store(&url).await.unwrap_err());
        assert!(refused.contains("does not answer"), "{refused}");
        assert!(!refused.contains('\n') && !refused.contains("secret"), "{refused}");
    }

    #[tokio::test]
    async fn a_taken_port_is_told_in_one_line() {
        let first = open("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let refused = open(first.local_addr().unwrap()).await.unwrap_err();
        assert!(refused.to_string().contains("is taken"), "{refused}");
        assert!(!refused.to_string().contains('\n'));
    }
}
