//! Lets Tauri read its configuration from the layout of this repository.

/// Every command the page may call; anything else is refused by the capability.
const COMMANDS: &[&str] = &[
    "start",
    "save_profile",
    "use_sandbox",
    "remove_secret",
    "check_connection",
    "sign_in",
    "cancel_sign_in",
    "sign_out",
    "profiles",
    "use_profile",
    "duplicate_profile",
    "remove_profile",
    "call_options",
    "set_call_options",
    "network",
    "set_network",
    "known_agents",
    "find_agents",
    "set_agent_favourite",
    "choose_agent",
    "preview_number",
    "set_default_country",
    "set_extension_digits",
    "place_call",
    "cancel_call",
    "hang_up",
    "hang_up_all",
    "history",
    "attempt",
    "set_note",
    "contacts",
    "save_contact",
    "remove_contact",
    "open_interaction",
    "get_preferences",
    "set_preferences",
    "offers",
    "desktop",
    "set_links",
    "open_link_settings",
    "set_shortcut",
    "set_start_at_login",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/*.json")
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    tauri_build::try_build(attributes).map_err(Into::into)
}
