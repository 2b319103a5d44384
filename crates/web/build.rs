//! Says one clear sentence when the assets that this crate embeds have not been made yet.
//! Deliberately absent: making them (a build script runs no package manager).

fn main() {
    let assets = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/dist/site");
    // A changed or new asset rebuilds this crate, because the binary carries it.
    println!("cargo::rerun-if-changed={}", assets.display());
    if !assets.join("css/theme.css").is_file() {
        println!("cargo::error=the assets are not made yet: run `make assets` (it needs Node.js)");
    }
}
