//! What all requests share: the installation, the site's manner, limits, forms already seen.
//!
//! Deliberately absent: anything about a person. It is looked up anew for every request.

use std::sync::Arc;

use app::App;

use crate::limit::Limits;
use crate::once::Once;

/// How requests reach this copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front {
    /// Browsers connect to this process itself.
    Direct,
    /// A proxy of ours stands before it and tells address and scheme in `X-Forwarded-…`.
    Proxy,
}

/// The manner of the site, fixed at start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    /// Who connects.
    pub front: Front,
}

/// What all requests share.
#[derive(Clone)]
pub struct Web(Arc<Shared>);

/// What stands behind [`Web`].
pub struct Shared {
    pub(crate) app: App,
    pub(crate) site: Site,
    pub(crate) limits: Limits,
    pub(crate) once: Once,
}

impl Web {
    /// Puts together what requests share.
    #[must_use]
    pub fn new(app: App, site: Site) -> Self {
        Self(Arc::new(Shared { app, site, limits: Limits::new(), once: Once::default() }))
    }
}

impl std::ops::Deref for Web {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}
