//! Links and arguments that nobody means well with: nothing is called, nothing breaks, and the
//! person is left alone.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use ringfor_e2e::{App, Start, Tested};

use crate::links::{LINK, OTHER_LINK, hand_over, nothing_was_called, ready};

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
