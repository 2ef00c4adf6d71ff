//! What the page may ask for. Each command forwards to the domain and says no more.

#![expect(
    clippy::let_underscore_must_use,
    reason = "Tauri's macro writes it for every command; nothing here ignores a result"
)]

use dialer::attempt::AttemptId;
use dialer::problem::Problem;
use dialer::view::{
    AgentView, AttemptDetails, AttemptView, CallOptions, CallOptionsView, CheckStep, ContactForm,
    ContactView, DesktopView, HistoryPage, HistoryQuery, NetworkForm, NetworkView, NumberPreview,
    OfferView, PlaceRequest, Preferences, ProfileForm, ProfileView, StartView,
};
use secrecy::SecretString;
use tauri::State;

use crate::desktop::Desktop;
use crate::incoming::Incoming;
use crate::shell::Shell;

type Answer<T> = Result<T, Problem>;

#[tauri::command]
pub(crate) async fn start(shell: State<'_, Shell>) -> Answer<StartView> {
    shell.start().await
}

#[tauri::command]
pub(crate) async fn save_profile(
    shell: State<'_, Shell>,
    form: ProfileForm,
    secret: Option<SecretString>,
) -> Answer<ProfileView> {
    shell.dialer().await?.save_profile(form, secret).await
}

#[tauri::command]
pub(crate) async fn use_sandbox(shell: State<'_, Shell>) -> Answer<ProfileView> {
    shell.dialer().await?.use_sandbox().await
}

#[tauri::command]
pub(crate) async fn remove_secret(
    shell: State<'_, Shell>,
    profile_id: String,
) -> Answer<ProfileView> {
    shell.dialer().await?.remove_secret(&profile_id).await
}

#[tauri::command]
pub(crate) async fn check_connection(
    shell: State<'_, Shell>,
    profile_id: String,
    agent_id: Option<String>,
) -> Answer<Vec<CheckStep>> {
    let dialer = shell.dialer().await?;
    dialer
        .check_connection(&profile_id, agent_id.as_deref())
        .await
}

#[tauri::command]
pub(crate) async fn sign_in(shell: State<'_, Shell>, profile_id: String) -> Answer<ProfileView> {
    shell.dialer().await?.sign_in(&profile_id).await
}

#[tauri::command]
pub(crate) async fn cancel_sign_in(shell: State<'_, Shell>, profile_id: String) -> Answer<()> {
    shell.dialer().await?.cancel_sign_in(&profile_id).await
}

#[tauri::command]
pub(crate) async fn sign_out(shell: State<'_, Shell>, profile_id: String) -> Answer<ProfileView> {
    shell.dialer().await?.sign_out(&profile_id).await
}

#[tauri::command]
pub(crate) async fn profiles(shell: State<'_, Shell>) -> Answer<Vec<ProfileView>> {
    shell.dialer().await?.profiles().await
}

#[tauri::command]
pub(crate) async fn use_profile(
    shell: State<'_, Shell>,
    profile_id: String,
) -> Answer<ProfileView> {
    shell.dialer().await?.use_profile(&profile_id).await
}

#[tauri::command]
pub(crate) async fn duplicate_profile(
    shell: State<'_, Shell>,
    profile_id: String,
) -> Answer<ProfileView> {
    shell.dialer().await?.duplicate_profile(&profile_id).await
}

#[tauri::command]
pub(crate) async fn remove_profile(shell: State<'_, Shell>, profile_id: String) -> Answer<()> {
    shell.dialer().await?.remove_profile(&profile_id).await
}

#[tauri::command]
pub(crate) async fn call_options(
    shell: State<'_, Shell>,
    agent_id: String,
) -> Answer<CallOptionsView> {
    shell.dialer().await?.call_options(&agent_id).await
}

#[tauri::command]
pub(crate) async fn set_call_options(
    shell: State<'_, Shell>,
    agent_id: String,
    options: Option<CallOptions>,
) -> Answer<()> {
    shell
        .dialer()
        .await?
        .set_call_options(&agent_id, options)
        .await
}

#[tauri::command]
pub(crate) async fn network(shell: State<'_, Shell>) -> Answer<NetworkView> {
    shell.dialer().await?.network().await
}

#[tauri::command]
pub(crate) async fn set_network(
    shell: State<'_, Shell>,
    form: NetworkForm,
    password: Option<SecretString>,
) -> Answer<NetworkView> {
    shell.dialer().await?.set_network(form, password).await
}

#[tauri::command]
pub(crate) async fn known_agents(shell: State<'_, Shell>, query: String) -> Answer<Vec<AgentView>> {
    shell.dialer().await?.known_agents(&query).await
}

#[tauri::command]
pub(crate) async fn set_agent_favourite(
    shell: State<'_, Shell>,
    agent_id: String,
    favourite: bool,
) -> Answer<AgentView> {
    let dialer = shell.dialer().await?;
    dialer.set_agent_favourite(&agent_id, favourite).await
}

#[tauri::command]
pub(crate) async fn find_agents(shell: State<'_, Shell>, query: String) -> Answer<Vec<AgentView>> {
    shell.dialer().await?.find_agents(&query).await
}

#[tauri::command]
pub(crate) async fn choose_agent(shell: State<'_, Shell>, agent_id: String) -> Answer<AgentView> {
    shell.dialer().await?.choose_agent(&agent_id).await
}

#[tauri::command]
pub(crate) async fn preview_number(
    shell: State<'_, Shell>,
    typed: String,
    country: String,
) -> Answer<NumberPreview> {
    Ok(shell.dialer().await?.preview_number(&typed, &country))
}

#[tauri::command]
pub(crate) async fn set_default_country(shell: State<'_, Shell>, country: String) -> Answer<()> {
    shell.set_default_country(&country).await
}

#[tauri::command]
pub(crate) async fn set_extension_digits(shell: State<'_, Shell>, digits: Vec<u8>) -> Answer<()> {
    shell.dialer().await?.set_extension_digits(digits).await
}

#[tauri::command]
pub(crate) async fn place_call(
    shell: State<'_, Shell>,
    request: PlaceRequest,
) -> Answer<AttemptView> {
    shell.dialer().await?.place_call(request).await
}

#[tauri::command]
pub(crate) async fn cancel_call(shell: State<'_, Shell>, id: AttemptId) -> Answer<()> {
    shell.dialer().await?.cancel_call(id).await
}

#[tauri::command]
pub(crate) async fn hang_up(shell: State<'_, Shell>, id: AttemptId) -> Answer<()> {
    shell.dialer().await?.hang_up(id).await
}

#[tauri::command]
pub(crate) async fn hang_up_all(shell: State<'_, Shell>, id: AttemptId) -> Answer<()> {
    shell.dialer().await?.hang_up_all(id).await
}

#[tauri::command]
pub(crate) async fn history(shell: State<'_, Shell>, query: HistoryQuery) -> Answer<HistoryPage> {
    shell.dialer().await?.history(query).await
}

#[tauri::command]
pub(crate) async fn attempt(shell: State<'_, Shell>, id: AttemptId) -> Answer<AttemptDetails> {
    shell.dialer().await?.attempt(id).await
}

#[tauri::command]
pub(crate) async fn set_note(
    shell: State<'_, Shell>,
    id: AttemptId,
    note: String,
) -> Answer<AttemptView> {
    shell.dialer().await?.set_note(id, &note).await
}

#[tauri::command]
pub(crate) async fn contacts(shell: State<'_, Shell>) -> Answer<Vec<ContactView>> {
    shell.dialer().await?.contacts().await
}

#[tauri::command]
pub(crate) async fn save_contact(
    shell: State<'_, Shell>,
    form: ContactForm,
) -> Answer<ContactView> {
    shell.dialer().await?.save_contact(form).await
}

#[tauri::command]
pub(crate) async fn remove_contact(shell: State<'_, Shell>, id: String) -> Answer<()> {
    shell.dialer().await?.remove_contact(&id).await
}

#[tauri::command]
pub(crate) async fn open_interaction(shell: State<'_, Shell>, id: AttemptId) -> Answer<()> {
    shell.open_interaction(id).await
}

#[tauri::command]
pub(crate) async fn get_preferences(shell: State<'_, Shell>) -> Answer<Preferences> {
    Ok(shell.preferences())
}

#[tauri::command]
pub(crate) async fn set_preferences(
    shell: State<'_, Shell>,
    preferences: Preferences,
) -> Answer<()> {
    shell.set_preferences(preferences).await
}

#[tauri::command]
pub(crate) async fn offers(incoming: State<'_, Incoming>) -> Answer<Vec<OfferView>> {
    Ok(incoming.take())
}

#[tauri::command]
pub(crate) async fn desktop(desktop: State<'_, Desktop>) -> Answer<DesktopView> {
    desktop.view().await
}

#[tauri::command]
pub(crate) async fn set_links(desktop: State<'_, Desktop>, on: bool) -> Answer<DesktopView> {
    desktop.set_links(on).await
}

#[tauri::command]
pub(crate) async fn open_link_settings(desktop: State<'_, Desktop>) -> Answer<()> {
    desktop.open_link_settings().await
}

#[tauri::command]
pub(crate) async fn set_shortcut(
    desktop: State<'_, Desktop>,
    keys: Option<String>,
) -> Answer<DesktopView> {
    desktop.set_shortcut(keys).await
}

#[tauri::command]
pub(crate) async fn set_start_at_login(
    desktop: State<'_, Desktop>,
    on: bool,
) -> Answer<DesktopView> {
    desktop.set_start_at_login(on).await
}
