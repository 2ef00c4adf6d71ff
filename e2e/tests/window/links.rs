//! Links that other programs open: they fill in a number, and never call.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use ringfor_e2e::{
    App, Desktop, PATIENCE, SandboxProcess, SecondStart, Start, Tested, Trouble, until,
};
use serde_json::json;

use crate::AGENT;

const LINK: &str = "tel:+1-415-555-2671";
const OTHER_LINK: &str = "callto:+442079460958";

/// What opened links before: a program that is installed, and a comment of the person.
const BEFORE: &str = "# mine\n[Default Applications]\nx-scheme-handler/tel=other-phone.desktop\n";

/// A window that is one press away from a call.
pub(crate) async fn ready() -> Result<(Desktop, SandboxProcess, App), Trouble> {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &["--speed", "4"])?;
    let app = App::first_run(&desktop).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    Ok((desktop, sandbox, app))
}

/// Nothing was called: no call was made, none was asked for, and none is in the history.
pub(crate) async fn nothing_was_called(sandbox: &SandboxProcess, app: &App) -> Tested {
    assert!(sandbox.calls().await?.is_empty());
    assert_eq!(sandbox.call_requests().await?, 0);
    let rows = app.page().rows().await?;
    assert!(rows.is_empty(), "{rows:?}");
    Ok(())
}

/// Hands a link over, as a second start of the program does.
async fn hand_over(desktop: &Desktop, app: &App, arguments: &[impl AsRef<OsStr>]) -> Tested {
    let mut second = SecondStart::with(desktop, &app.data_dir(), arguments)?;
    assert!(second.ended(PATIENCE).await?, "the second start failed");
    Ok(())
}

/// Whether a Ringfor owns the data directory. Trying the lock would get in its way.
fn window_lock_is_held(desktop: &Desktop) -> Result<bool, Trouble> {
    let lock = std::fs::metadata(desktop.data_dir().join("window.lock"))?;
    let held = std::fs::read_to_string("/proc/locks")?;
    let file = format!(":{}", lock.ino());
    Ok(held
        .lines()
        .flat_map(str::split_whitespace)
        .any(|word| word.ends_with(&file)))
}

fn in_home(desktop: &Desktop, name: &str) -> PathBuf {
    desktop.folder().join("home").join(name)
}

fn put(file: &Path, text: &str) -> Tested {
    std::fs::create_dir_all(file.parent().unwrap_or(file))?;
    Ok(std::fs::write(file, text)?)
}

#[tokio::test]
async fn the_switch_makes_links_open_ringfor_and_puts_back_what_was_there() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    let list = in_home(&desktop, ".config/mimeapps.list");
    let other = in_home(&desktop, ".local/share/applications/other-phone.desktop");
    put(&list, BEFORE)?;
    put(
        &other,
        "[Desktop Entry]\nType=Application\nName=Other Phone\nExec=/bin/true %u\n",
    )?;

    let page = app.page();
    let view = page.invoke("desktop", json!({})).await?;
    assert_eq!(view["links"]["on"], false, "off at first: {view}");
    page.click("settings-open").await?;
    page.click("settings-tab-desktop").await?;
    page.wait_for_attribute("settings-links-tel", "data-handler", "Other Phone")
        .await?;
    page.click("settings-links").await?;
    for scheme in ["tel", "callto", "sip"] {
        let row = format!("settings-links-{scheme}");
        page.wait_for_attribute(&row, "data-ours", "true").await?;
    }
    page.picture("settings-links-on").await?;
    page.click("settings-close").await?;
    let entries: Vec<PathBuf> = std::fs::read_dir(other.parent().unwrap_or(&other))?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?;
    let ours = entries
        .iter()
        .find(|file| file.to_string_lossy().ends_with(".links.desktop"));
    let ours = ours.ok_or_else(|| Trouble::new(format!("no entry of ours in {entries:?}")))?;
    desktop.run(desktop.command("desktop-file-validate").arg(ours))?;

    // On a running app, whose window comes up because a person has pressed a link.
    let mut opened = SecondStart::by_link(&desktop, LINK)?;
    assert!(opened.ended(PATIENCE).await?, "xdg-open failed");
    app.page().wait_for_value("number-input", LINK).await?;
    app.page()
        .wait_for_attribute("number-preview", "data-verdict", "valid")
        .await?;
    nothing_was_called(&sandbox, &app).await?;
    app.close(&desktop).await?;

    // On a cold start: the link is what starts it.
    let start = Start::with_data_in(desktop.data_dir()).by_link(OTHER_LINK);
    let app = App::open(&desktop, start).await?;
    app.page()
        .wait_for_value("number-input", OTHER_LINK)
        .await?;
    nothing_was_called(&sandbox, &app).await?;

    let page = app.page();
    page.click("settings-open").await?;
    page.click("settings-tab-desktop").await?;
    page.click("settings-links").await?;
    page.wait_for_attribute("settings-links-tel", "data-handler", "Other Phone")
        .await?;
    assert_eq!(std::fs::read_to_string(&list)?, BEFORE);
    assert!(!ours.exists());
    Ok(())
}

#[tokio::test]
async fn of_two_links_at_once_the_later_is_shown_and_the_earlier_one_click_away() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    hand_over(&desktop, &app, &[LINK]).await?;
    hand_over(&desktop, &app, &[OTHER_LINK]).await?;
    let page = app.page();
    page.wait_for_value("number-input", OTHER_LINK).await?;
    page.picture("offer-earlier").await?;
    page.click("offer-earlier").await?;
    page.wait_for_value("number-input", LINK).await?;
    nothing_was_called(&sandbox, &app).await
}

#[tokio::test]
async fn links_that_come_before_the_window_is_ready_are_kept() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    app.page().invoke("set_links", json!({"on": true})).await?;
    app.close(&desktop).await?;
    let start = Start::with_data_in(desktop.data_dir()).by_link(LINK);
    let second = async {
        // As soon as the first start owns the directory, and long before its page is there.
        let mut others = until("a window lock is held", PATIENCE, async || {
            window_lock_is_held(&desktop).map(|held| held.then_some(()))
        })
        .await
        .and_then(|()| SecondStart::by_link(&desktop, OTHER_LINK))?;
        others.ended(PATIENCE).await
    };
    let (app, handed_over) = tokio::join!(App::open(&desktop, start), second);
    let app = app?;
    assert!(handed_over?, "the second link failed");
    app.page()
        .wait_for_value("number-input", OTHER_LINK)
        .await?;
    app.page().click("offer-earlier").await?;
    app.page().wait_for_value("number-input", LINK).await?;
    nothing_was_called(&sandbox, &app).await
}

#[tokio::test]
async fn a_link_during_a_live_call_does_not_disturb_it() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    let page = app.page();
    page.call("+1 415 555 2671").await?;
    page.wait_for_attribute("live-call", "data-state", "ringing_agent")
        .await?;
    hand_over(&desktop, &app, &[OTHER_LINK]).await?;
    page.wait_for_value("number-input", OTHER_LINK).await?;
    page.picture("link-during-a-call").await?;
    page.wait_for_attribute("live-call", "data-state", "connected")
        .await?;
    let row = page.wait_until_over(PATIENCE).await?;
    assert_eq!(row.number, "+14155552671");
    assert_eq!(row.end_reason, "customer_hung_up");
    assert_eq!(sandbox.calls().await?.len(), 1, "the link called nobody");
    // The number still waits for a person.
    assert_eq!(page.value("number-input").await?, OTHER_LINK);
    Ok(())
}

#[tokio::test]
async fn two_hundred_hostile_links_do_nothing_and_take_no_focus() -> Tested {
    let (mut desktop, sandbox, app) = ready().await?;
    let elsewhere = desktop.another_window("somewhere else").await?;
    let attacks = hostile();
    assert!(attacks.len() >= 200, "only {}", attacks.len());
    for attack in &attacks {
        hand_over(&desktop, &app, attack).await?;
        assert_eq!(desktop.focused()?, elsewhere, "the focus after {attack:?}");
    }
    let no_text = OsStr::from_bytes(b"tel:+1415\xff5552671");
    hand_over(&desktop, &app, &[no_text]).await?;
    assert!(app.is_running());
    app.page().picture("hostile-links").await?;
    nothing_was_called(&sandbox, &app).await?;
    assert_eq!(desktop.focused()?, elsewhere, "the focus in the end");
    // Those links did not use the window up: a good one still comes in.
    hand_over(&desktop, &app, &[LINK]).await?;
    app.page().wait_for_value("number-input", LINK).await?;
    nothing_was_called(&sandbox, &app).await
}

#[tokio::test]
async fn a_hostile_first_start_opens_the_window_and_says_what_it_was() -> Tested {
    let (desktop, sandbox, app) = ready().await?;
    app.close(&desktop).await?;
    let start = Start::with_data_in(desktop.data_dir()).and_argument("--tel:+14155552671");
    let app = App::open(&desktop, start).await?;
    app.page()
        .wait_for_attribute("problem", "data-code", "link_unreadable")
        .await?;
    assert_eq!(app.page().value("number-input").await?, "");
    nothing_was_called(&sandbox, &app).await
}

#[tokio::test]
async fn a_link_that_can_be_dialled_brings_the_window_up() -> Tested {
    let (mut desktop, sandbox, app) = ready().await?;
    desktop.another_window("somewhere else").await?;
    hand_over(&desktop, &app, &[LINK]).await?;
    until("the window has the keyboard", PATIENCE, async || {
        Ok(app.has_focus(&desktop)?.then_some(()))
    })
    .await?;
    nothing_was_called(&sandbox, &app).await
}

/// Two hundred starts that nobody means well with.
fn hostile() -> Vec<Vec<String>> {
    let links = [
        "tel:",
        "callto:",
        "sip:",
        "sips:",
        "tel://",
        "callto://",
        "sip://",
        "TEL:",
        "tel:;",
        "tel:?",
        "tel:#",
        "tel:%",
        "tel:%0",
        "tel:%zz",
        "tel:%00",
        "tel:%0a",
        "tel:%0d%0a",
        "tel:%1b[2J",
        "tel:%ff%fe",
        "tel:%c0%80",
        "tel:+",
        "tel:++",
        "tel:+1",
        "tel:1",
        "tel:12",
        "tel:112",
        "tel:911",
        "tel:999",
        "tel:*86",
        "tel:%2386",
        "tel:*%2306%23",
        "tel:%2331%23+14155552671",
        "tel:+1415555267",
        "tel:5552671",
        "tel:+99999999999999999999",
        "tel:0x41",
        "tel:1e9",
        "tel:-1",
        "tel:NaN",
        "tel:;ext=",
        "tel:;ext=12",
        "tel:+14155552671;ext=1;ext=2",
        "tel:+14155552671;ext=",
        "tel:+14155552671;phone-context=",
        "tel:7042;phone-context=",
        "tel:+14155552671;phone-context=+1;phone-context=+44",
        "tel:javascript:alert(1)",
        "tel:<script>alert(1)</script>",
        "tel:\"><img src=x>",
        "tel:$(reboot)",
        "tel:`reboot`",
        "tel:; rm -rf /",
        "tel:|reboot",
        "tel:&calc.exe",
        "tel:../../../etc/passwd",
        "tel:file:///etc/passwd",
        "tel:http://example.com/",
        "tel:' OR 1=1 --",
        "tel:{{7*7}}",
        "tel:%s%s%s%n",
        "tel:${jndi:ldap://x/y}",
        "callto://evil.example/+14155552671",
        "callto:user@evil.example",
        "callto:echo123",
        "callto:+1?call&call",
        "sip:alice@evil.example",
        "sip:@",
        "sip:@evil.example",
        "sip:911@evil.example",
        "sip:112",
        "sip:%00@x",
        "sip:a;b=c;d=e",
        "sips:alice",
    ];
    let others = [
        "",
        " ",
        "-",
        "--",
        "-h",
        "--help",
        "--version",
        "--tel:",
        "--tel:+14155552671",
        "-tel:+14155552671",
        "--callto:+14155552671",
        "--sip:1",
        "--dial",
        "--call",
        "--dial-selection=",
        "--dial-selection=+14155552671",
        "--dial-selection --minimised",
        "--minimised=no",
        "--data-dir=/tmp",
        "--gtk-module=evil",
        "--display=:0",
        "--inspect",
        "--remote-debugging-port=1",
        "--profile=x",
        "--url=tel:+14155552671",
        "+14155552671",
        "14155552671",
        "tel",
        "tel+14155552671",
        " tel:+14155552671",
        "\ttel:+14155552671",
        "xtel:+14155552671",
        "telx:+14155552671",
        "telnet:+14155552671",
        "telnet://x",
        "file:///etc/passwd",
        "http://example.com/?tel:+14155552671",
        "https://example.com/",
        "javascript:alert(1)",
        "data:text/html,<script>1</script>",
        "mailto:x@example.com",
        "ms-settings:x",
        "about:blank",
        "tauri://localhost/",
        "ipc://localhost/place_call",
        "ringfor:call",
        "blob:x",
        "view-source:tel:1",
        "/etc/passwd",
        "../tel:+14155552671",
        "C:\\Windows\\tel:+1",
        "\u{202e}tel:+14155552671",
        "tel\u{200b}:+14155552671",
        "ｔｅｌ:+14155552671",
        "tel：+14155552671",
    ];
    let mut all: Vec<Vec<String>> = links
        .iter()
        .chain(&others)
        .map(|&text| vec![text.to_owned()])
        .collect();
    for c in (1u8..32).chain([127]) {
        all.push(vec![format!("tel:+1415{}5552671", char::from(c))]);
    }
    // Every way to break off what stands for a byte.
    for end in ["%", "%2", "%2B%", "%f0%9f%98", "%ED%A0%80", "%e2%82"] {
        all.push(vec![format!("tel:+14155552671{end}")]);
        all.push(vec![format!("callto:{end}")]);
    }
    for length in [2_100, 10 * 1024, 60 * 1024] {
        for text in ["1", "+", "%31", ";ext=1", " ", "é", "٣", "&"] {
            all.push(vec![format!("tel:{}", text.repeat(length / text.len()))]);
        }
    }
    for more in [
        "",
        "--",
        "--dial-selection",
        "--minimised",
        OTHER_LINK,
        "tel:+14155552672",
    ] {
        all.push(vec![LINK.to_owned(), more.to_owned()]);
        all.push(vec![more.to_owned(), LINK.to_owned()]);
    }
    all
}
