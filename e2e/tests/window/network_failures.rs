//! A connection that stops working: Check connection and a call both say why, nobody is called,
//! and once it is put right everything is still there.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

use ringfor_e2e::{App, Desktop, PATIENCE, Page, SandboxProcess, Start, Tested, Trouble};
use rusqlite::Connection;

use crate::expired::ExpiredServer;
use crate::told::told;
use crate::{AGENT, FAST};

/// The tries to sign in, with the pauses between them.
const REFUSED_IN_TIME: Duration = Duration::from_secs(45);

/// What becomes wrong with a connection that worked.
enum Wrong {
    /// Both hosts.
    Hosts(String),
    ClientId(&'static str),
    Secret(&'static str),
}

/// Connects, lets the connection go wrong, and finds `code`: by a call, and by Check connection.
/// Then puts it right. Gives what a person reads.
async fn fails(
    mut desktop: Desktop,
    start: Start,
    name: &str,
    wrong: Wrong,
    code: &str,
) -> Result<String, Trouble> {
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::open(&desktop, start.clone()).await?;
    app.page().connect(&sandbox).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    let app = make_wrong(app, &desktop, start, &wrong).await?;
    let page = app.page();

    page.call("+1 415 555 2671").await?;
    let row = page
        .wait_for_top_row("the attempt is refused", REFUSED_IN_TIME, |row| {
            row.outcome == "refused"
        })
        .await?;
    assert_eq!(row.number, "+14155552671");
    let read = told(page, code).await?;
    page.picture(&format!("failure-{name}-call")).await?;
    let title = read.lines().next().unwrap_or_default();
    assert!(
        row.text.contains(title),
        "the row does not say why: {row:?}"
    );
    assert_eq!(sandbox.call_requests().await?, 0);

    page.click("settings-open").await?;
    page.check_fails("settings-check").await?;
    assert_eq!(told(page, code).await?, read, "two texts for one cause");
    page.picture(&format!("failure-{name}-check")).await?;
    assert!(sandbox.calls().await?.is_empty(), "checking places no call");

    put_right(page, &sandbox, &wrong).await?;
    page.check_works("settings-check").await?;
    page.click("settings-close").await?;
    page.choose_agent("Alex", AGENT).await?;
    page.call("+1 415 555 2672").await?;
    page.wait_for_top_row("the next call is placed", PATIENCE, |row| {
        row.outcome == "placed" && row.number == "+14155552672"
    })
    .await?;
    let rows = page.rows().await?;
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert_eq!(rows[1].outcome, "refused");
    let calls = sandbox.calls().await?;
    assert_eq!(calls.len(), 1, "{calls:?}");
    Ok(read)
}

/// Hosts and ids go wrong elsewhere, while the connection stays the same one here.
async fn make_wrong(
    app: App,
    desktop: &Desktop,
    start: Start,
    wrong: &Wrong,
) -> Result<App, Trouble> {
    let (column, value) = match wrong {
        Wrong::Hosts(url) => ("api_url = ?1, login_url", &**url),
        Wrong::ClientId(id) => ("client_id", *id),
        Wrong::Secret(secret) => {
            let page = app.page();
            page.click("settings-open").await?;
            page.click("settings-secret-replace").await?;
            page.fill("settings-client-secret", secret).await?;
            page.click("settings-save").await?;
            page.wait_for_attribute("settings-secret-state", "data-place", "keyring")
                .await?;
            page.click("settings-close").await?;
            return Ok(app);
        }
    };
    let database = app.data_dir().join("ringfor.db");
    app.close(desktop).await?;
    let changed = Connection::open(database)
        .and_then(|database| {
            database.execute(&format!("UPDATE profiles SET {column} = ?1"), [value])
        })
        .map_err(|error| Trouble::while_doing("the profile", error))?;
    assert_eq!(changed, 1, "the fault is not there");
    App::open(desktop, start).await
}

/// The secret is asked for each time: a stored one is never sent to another server or client.
async fn put_right(page: &Page, sandbox: &SandboxProcess, wrong: &Wrong) -> Tested {
    match wrong {
        Wrong::Hosts(_) => {
            page.fill("settings-api-url", sandbox.base_url()).await?;
            page.fill("settings-login-url", sandbox.base_url()).await?;
        }
        Wrong::ClientId(_) => page.fill("settings-client-id", sandbox.client_id()).await?,
        Wrong::Secret(_) => page.click("settings-secret-replace").await?,
    }
    let secret = sandbox.client_secret();
    page.fill("settings-client-secret", secret).await
}

async fn fails_as_usual(name: &str, wrong: Wrong, code: &str) -> Result<String, Trouble> {
    let desktop = Desktop::open().await?;
    let start = Start::with_data_in(desktop.data_dir());
    fails(desktop, start, name, wrong, code).await
}

#[tokio::test]
async fn nobody_listens() -> Tested {
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
    let wrong = Wrong::Hosts(format!("http://{free}"));
    let read = fails_as_usual("nobody-listens", wrong, "unreachable").await?;
    assert!(read.contains(&free.to_string()), "which host? {read}");
    Ok(())
}

#[tokio::test]
async fn the_name_does_not_exist() -> Tested {
    let wrong = Wrong::Hosts("https://nowhere.invalid".into());
    let read = fails_as_usual("no-name", wrong, "name_not_resolved").await?;
    assert!(read.contains("nowhere.invalid"), "which host? {read}");
    Ok(())
}

#[tokio::test]
async fn the_certificate_has_expired() -> Tested {
    let desktop = Desktop::open().await?;
    let server = ExpiredServer::start(desktop.folder())?;
    let start = Start::with_data_in(desktop.data_dir())
        .and("SSL_CERT_FILE", &server.authority().to_string_lossy());
    let wrong = Wrong::Hosts(server.url());
    let read = fails(desktop, start, "expired", wrong, "certificate_expired").await?;
    assert!(read.contains("localhost"), "which host? {read}");
    Ok(())
}

/// Another company's server, or the page of a proxy.
#[tokio::test]
async fn the_host_is_not_genesys_cloud() -> Tested {
    let wrong = Wrong::Hosts(a_web_site()?);
    fails_as_usual("not-genesys", wrong, "answer_unreadable").await?;
    Ok(())
}

/// Another region answers the same: it has never heard of this client.
#[tokio::test]
async fn the_client_id_is_wrong() -> Tested {
    let wrong = Wrong::ClientId("3e9dab11-0000-4000-8000-000000000000");
    let read = fails_as_usual("client-id", wrong, "client_unknown").await?;
    assert!(read.contains("region"), "nobody thinks of it: {read}");
    Ok(())
}

#[tokio::test]
async fn the_secret_is_wrong() -> Tested {
    fails_as_usual("secret", Wrong::Secret("not-the-secret"), "secret_wrong").await?;
    Ok(())
}

/// A server that knows nothing but its own page: 404 and HTML for whatever it is asked.
fn a_web_site() -> Result<String, Trouble> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let url = format!("http://{}", listener.local_addr()?);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // A visitor that goes away early is none of its business.
            drop(not_found(stream));
        }
    });
    Ok(url)
}

fn not_found(stream: TcpStream) -> std::io::Result<()> {
    let mut request = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        request.read_line(&mut line)?;
        let line = line.trim().to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        if line.is_empty() {
            break;
        }
    }
    // Closed with a part of the request unread, the connection would be reset.
    std::io::copy(&mut request.by_ref().take(length), &mut std::io::sink())?;
    let page = "<!doctype html><title>404</title><h1>Nothing here</h1>";
    write!(
        request.get_mut(),
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{page}",
        page.len()
    )
}
