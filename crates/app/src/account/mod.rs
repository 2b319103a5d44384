//! Accounts: the first start, invitations, signing in and out, passwords, memberships.
//!
//! It decides how long a session and an invitation live and how often guessing is allowed.
//! Deliberately absent: who is a mentor of whom; a role of an account opens pages, a role of a
//! person (`person`) says what the person does.

mod start;
mod establish;
mod invitation;
mod member;
mod password;
mod password_link;
mod session;

pub use establish::{Establish, EstablishObstacle, establish};
pub use invitation::{
    AcceptInvitation, AcceptObstacle, InvitationState, InvitationView, Invite, InviteLink,
    InviteObstacle, accept_invitation, invite, join_invitation, list_invitations, show_invitation,
    withdraw_invitation,
};
pub use member::{EndMembershipObstacle, Member, change_lang, end_membership, list_members};
pub use password::{
    ChangePassword, LoginObstacle, PASSWORD_LEAST, PASSWORD_MOST, PasswordObstacle, change_login,
    change_password, ctx_by_login, reset_password,
};
pub use password_link::{
    MadePasswordLink, OfferPasswordObstacle, PasswordLinkState, PasswordLinkView,
    RenewPasswordObstacle, offer_password, renew_password, show_password_link,
};
pub use session::{
    Opened, Persona, SessionView, SignIn, SignInObstacle, end_session, find_session, list_personas,
    list_sessions, sign_in, sign_in_as_persona, sign_out, sign_out_everywhere, switch_organisation,
};
pub use start::{Found, FoundObstacle, found_school, is_first_start};
