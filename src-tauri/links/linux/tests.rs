use super::*;

/// A home with one other program that opens `tel:`.
struct Home {
    folder: tempfile::TempDir,
    session: Session,
}

const OTHER: &str =
    "[Default Applications]\n# mine\nx-scheme-handler/tel=other.desktop;\ntext/plain=ed.desktop\n";

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let home = Self {
            session: Session {
                places: Places {
                    config_home: at("config"),
                    config_dirs: vec![at("etc")],
                    data_home: at("data"),
                    data_dirs: vec![at("usr")],
                    desktops: vec!["gnome".into()],
                },
                id: "app.ringfor.desktop.links.desktop".into(),
                program: Program {
                    file: "/opt/ringfor-desktop".into(),
                    data_dir: None,
                },
            },
            folder,
        };
        home.put(
            "usr/applications/other.desktop",
            "[Desktop Entry]\nName=Other Phone\n",
        );
        home
    }

    fn put(&self, name: &str, text: &str) {
        let file = self.folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn text(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.folder.path().join(name)).ok()
    }

    fn on(&self) -> Before {
        let before = self.session.before(None).unwrap();
        self.session.switch_on(&before).unwrap();
        before
    }

    /// Who opens `tel:`, `callto:` and `sip:`, and whether it is Ringfor.
    fn handlers(&self) -> Vec<(Option<String>, bool)> {
        let schemes = self.session.view().schemes;
        schemes
            .into_iter()
            .map(|scheme| (scheme.handler, scheme.ours))
            .collect()
    }
}

#[test]
fn the_switch_makes_ringfor_the_default_and_puts_back_what_was_there() {
    let home = Home::new();
    home.put("config/mimeapps.list", OTHER);
    let nobody = (None, false);
    let before_it = [
        (Some("Other Phone".to_owned()), false),
        nobody.clone(),
        nobody,
    ];
    assert_eq!(home.handlers(), before_it);
    assert!(!home.session.view().on);

    let before = home.on();
    assert!(home.session.view().on);
    assert_eq!(home.handlers(), vec![(Some("Ringfor".to_owned()), true); 3]);
    let list = home.text("config/mimeapps.list").unwrap();
    assert!(
        list.contains("# mine\n") && list.contains("text/plain=ed.desktop\n"),
        "{list}"
    );
    let entry = home
        .text("data/applications/app.ringfor.desktop.links.desktop")
        .unwrap();
    assert!(
        entry.contains("\nExec=/opt/ringfor-desktop %u\n"),
        "{entry}"
    );
    let kinds = "x-scheme-handler/tel;x-scheme-handler/callto;x-scheme-handler/sip;";
    assert!(entry.contains(&format!("\nMimeType={kinds}\n")), "{entry}");

    home.session.switch_off(Some(&before)).unwrap();
    assert_eq!(home.text("config/mimeapps.list").as_deref(), Some(OTHER));
    assert_eq!(
        home.text("data/applications/app.ringfor.desktop.links.desktop"),
        None
    );
    assert_eq!(home.handlers(), before_it);
}

#[test]
fn a_list_that_was_not_there_is_not_there_again() {
    let home = Home::new();
    let before = home.on();
    assert!(home.text("config/mimeapps.list").is_some());
    home.session.switch_off(Some(&before)).unwrap();
    assert_eq!(home.text("config/mimeapps.list"), None);
}

#[test]
fn what_was_chosen_meanwhile_stays() {
    let home = Home::new();
    home.put("config/mimeapps.list", OTHER);
    let before = home.on();
    let list = home.text("config/mimeapps.list").unwrap();
    let changed = mimeapps::with_default(&list, "x-scheme-handler/sip", Some("third.desktop"));
    home.put("config/mimeapps.list", &format!("{changed}# added\n"));

    home.session.switch_off(Some(&before)).unwrap();
    let list = home.text("config/mimeapps.list").unwrap();
    let now = |kind| mimeapps::default_of(&list, kind);
    assert_eq!(now("x-scheme-handler/tel"), Some("other.desktop;"));
    assert_eq!(now("x-scheme-handler/callto"), None);
    assert_eq!(now("x-scheme-handler/sip"), Some("third.desktop"));
    assert!(
        list.ends_with("# added\n") && list.contains("# mine\n"),
        "{list}"
    );
}

#[test]
fn where_nothing_is_remembered_only_our_own_lines_go() {
    let home = Home::new();
    home.put("config/mimeapps.list", OTHER);
    home.on();
    home.session.switch_off(None).unwrap();
    let list = home.text("config/mimeapps.list").unwrap();
    assert!(!list.contains("ringfor"), "{list}");
    assert!(list.contains("text/plain=ed.desktop"), "{list}");
}

#[test]
fn a_list_of_this_desktop_that_chooses_is_changed_too_and_one_that_does_not_is_left() {
    let home = Home::new();
    home.put("config/gnome-mimeapps.list", OTHER);
    let before = home.on();
    assert_eq!(home.handlers(), vec![(Some("Ringfor".to_owned()), true); 3]);
    home.session.switch_off(Some(&before)).unwrap();
    assert_eq!(
        home.text("config/gnome-mimeapps.list").as_deref(),
        Some(OTHER)
    );

    let silent = "[Default Applications]\ntext/plain=ed.desktop\n";
    home.put("config/gnome-mimeapps.list", silent);
    home.on();
    assert_eq!(
        home.text("config/gnome-mimeapps.list").as_deref(),
        Some(silent)
    );
}

#[test]
fn without_a_choice_the_program_that_offers_itself_is_named() {
    let home = Home::new();
    home.put(
        "usr/applications/mimeinfo.cache",
        "[MIME Cache]\nx-scheme-handler/tel=gone.desktop;other.desktop;\n",
    );
    assert_eq!(home.handlers()[0], (Some("Other Phone".to_owned()), false));
    // A choice of something that is not installed is none.
    home.put(
        "config/mimeapps.list",
        "[Default Applications]\nx-scheme-handler/tel=../../etc/passwd;gone.desktop\n",
    );
    assert_eq!(home.handlers()[0], (Some("Other Phone".to_owned()), false));
}

#[test]
fn a_list_that_is_no_text_is_left_alone() {
    let home = Home::new();
    home.put("config/mimeapps.list", "");
    let file = home.folder.path().join("config/mimeapps.list");
    fs::write(&file, b"[Default Applications]\n\xff\n").unwrap();
    let problem = home.session.before(None).unwrap_err();
    assert_eq!(problem.code, ProblemCode::LinksFailed);
    assert!(!home.session.is_on());
}

#[test]
fn a_program_that_has_moved_is_found_again() {
    let mut home = Home::new();
    home.on();
    home.session.program.file = "/new place/ringfor-desktop".into();
    home.session.refresh().unwrap();
    let entry = home
        .text("data/applications/app.ringfor.desktop.links.desktop")
        .unwrap();
    assert!(
        entry.contains("\nExec=\"/new place/ringfor-desktop\" %u\n"),
        "{entry}"
    );
    assert!(
        entry.contains("\nTryExec=/new place/ringfor-desktop\n"),
        "{entry}"
    );
}

#[cfg(unix)]
#[test]
fn a_list_that_is_a_link_stays_one() {
    let home = Home::new();
    home.put("dotfiles/mimeapps.list", OTHER);
    fs::create_dir_all(home.folder.path().join("config")).unwrap();
    let link = home.folder.path().join("config/mimeapps.list");
    std::os::unix::fs::symlink(home.folder.path().join("dotfiles/mimeapps.list"), &link).unwrap();
    let before = home.on();
    assert!(link.is_symlink());
    home.session.switch_off(Some(&before)).unwrap();
    assert!(link.is_symlink());
    assert_eq!(home.text("dotfiles/mimeapps.list").as_deref(), Some(OTHER));
}

#[cfg(unix)]
#[test]
fn a_link_to_a_list_that_is_not_there_yet_stays_one() {
    let home = Home::new();
    home.put("dotfiles/notes", "mine");
    fs::create_dir_all(home.folder.path().join("config")).unwrap();
    let link = home.folder.path().join("config/mimeapps.list");
    // By way of a second link, and from the folder of the first.
    let second = home.folder.path().join("dotfiles/second");
    std::os::unix::fs::symlink("../dotfiles/second", &link).unwrap();
    std::os::unix::fs::symlink("mimeapps.list", &second).unwrap();
    let before = home.on();
    assert!(link.is_symlink() && second.is_symlink());
    let written = home.text("dotfiles/mimeapps.list").unwrap();
    assert!(written.contains("x-scheme-handler/tel="), "{written}");
    home.session.switch_off(Some(&before)).unwrap();
    assert!(link.is_symlink() && second.is_symlink());
    assert_eq!(home.text("dotfiles/mimeapps.list"), None);
    assert_eq!(home.text("dotfiles/notes").as_deref(), Some("mine"));
}

#[test]
fn a_failed_switch_on_is_off_and_leaves_no_half() {
    let home = Home::new();
    home.put("config/gnome-mimeapps.list", OTHER);
    let mut before = home.session.before(None).unwrap();
    // A folder stands where the second list is to be written.
    let blocked = home.folder.path().join("config/mimeapps.list");
    fs::create_dir_all(&blocked).unwrap();
    let problem = home.session.switch_on(&before).unwrap_err();
    assert_eq!(problem.code, ProblemCode::LinksFailed);
    assert!(!home.session.view().on);

    fs::remove_dir(&blocked).unwrap();
    // The folder of its list cannot be made.
    before.lists[1].file = home.folder.path().join("usr/applications/other.desktop/x");
    home.session.switch_on(&before).unwrap_err();
    assert!(!home.session.view().on);
    assert_eq!(
        home.text("config/gnome-mimeapps.list").as_deref(),
        Some(OTHER)
    );
    assert_eq!(home.handlers()[0], (Some("Other Phone".to_owned()), false));
}

#[test]
fn what_was_there_first_is_known_when_our_file_was_cleaned_away() {
    for (list, after) in [(Some(OTHER), Some(OTHER)), (None, None)] {
        let home = Home::new();
        if let Some(list) = list {
            home.put("config/mimeapps.list", list);
        }
        let first = home.on();
        fs::remove_file(home.session.entry_file()).unwrap();
        let again = home.session.before(Some(&first)).unwrap();
        home.session.switch_on(&again).unwrap();
        assert!(home.handlers()[0].1);
        home.session.switch_off(Some(&again)).unwrap();
        assert_eq!(home.text("config/mimeapps.list").as_deref(), after);
    }
}

#[test]
fn two_ringfors_leave_what_was_there_before_both() {
    for first_off in [true, false] {
        let home = Home::new();
        home.put("config/mimeapps.list", OTHER);
        let (a, mut b) = (&home.session, home.session.clone());
        b.id = "app.ringfor.desktop.d1234.links.desktop".into();
        let before_a = home.on();
        let before_b = b.before(None).unwrap();
        b.switch_on(&before_b).unwrap();
        if first_off {
            a.switch_off(Some(&before_a)).unwrap();
            assert!(b.view().schemes.iter().all(|scheme| scheme.ours));
            b.switch_off(Some(&before_b)).unwrap();
        } else {
            b.switch_off(Some(&before_b)).unwrap();
            assert!(a.view().schemes.iter().all(|scheme| scheme.ours));
            a.switch_off(Some(&before_a)).unwrap();
        }
        assert_eq!(home.text("config/mimeapps.list").as_deref(), Some(OTHER));
    }
}

#[test]
fn our_line_as_other_programs_write_it_goes_back() {
    let home = Home::new();
    home.put("config/mimeapps.list", OTHER);
    let before = home.on();
    let list = home.text("config/mimeapps.list").unwrap();
    let rewritten = list.replace(
        "=app.ringfor.desktop.links.desktop",
        "=app.ringfor.desktop.links.desktop;",
    );
    let added = "[Added Associations]\nx-scheme-handler/tel=app.ringfor.desktop.links.desktop;third.desktop;\n\
         x-scheme-handler/sip=app.ringfor.desktop.links.desktop;\n";
    home.put("config/mimeapps.list", &format!("{rewritten}{added}"));
    home.session.switch_off(Some(&before)).unwrap();
    assert_eq!(
        home.text("config/mimeapps.list").unwrap(),
        format!("{OTHER}[Added Associations]\nx-scheme-handler/tel=third.desktop;\n")
    );
}

#[test]
fn a_choice_with_ringfor_behind_it_loses_ringfor_alone() {
    let home = Home::new();
    home.put("config/mimeapps.list", OTHER);
    let before = home.on();
    let chosen = "[Default Applications]\nx-scheme-handler/tel=third.desktop;app.ringfor.desktop.links.desktop;\n\
         x-scheme-handler/sip=fourth.desktop\n";
    home.put("config/mimeapps.list", chosen);
    home.session.switch_off(Some(&before)).unwrap();
    assert_eq!(
        home.text("config/mimeapps.list").unwrap(),
        chosen.replace("app.ringfor.desktop.links.desktop;", "")
    );
}
