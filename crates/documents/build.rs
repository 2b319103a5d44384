//! Lists the texts of papers, and says one clear sentence when the assets that this crate embeds have
//! not been made yet.
//! Deliberately absent: making the assets (a build script runs no package manager).

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let home = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let assets = Path::new(&home).join("../../assets/dist");
    // A changed or new asset rebuilds this crate, because the binary carries it.
    println!("cargo::rerun-if-changed={}", assets.display());
    if !assets.join("fonts/Tinos_400Regular.ttf").is_file() {
        println!("cargo::error=the assets are not made yet: run `make assets` (it needs Node.js)");
    }
    list_texts(&Path::new(&home).join("templates"))
}

/// Writes a table of the texts: slug, text, sample, by slug.
fn list_texts(folder: &Path) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut slugs: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        slugs.extend(name.strip_suffix(".txt").map(str::to_owned));
    }
    slugs.sort_unstable();
    let mut table = String::from("static TEXTS: &[(&str, &str, &str)] = &[\n");
    for slug in slugs {
        let file = |ending: &str| {
            format!(
                "include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/templates/{slug}.{ending}\"))"
            )
        };
        let _ = writeln!(table, "    ({slug:?}, {}, {}),", file("txt"), file("json"));
    }
    table.push_str("];\n");
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("texts.rs"), table)
}
