//! Behind a company's proxy, with a company's certificates: calls, and the socket that tells of them.

use ringfor_e2e::{
    App, Authority, Desktop, PATIENCE, Page, Proxy, SandboxProcess, Start, Tested, TlsFront,
    Trouble, until,
};
use serde_json::json;

use crate::AGENT;
use crate::pictures::{A_CALL, live_state};
use crate::told::told;

const API: &str = "https://api.example.test";
const LOGIN: &str = "https://login.example.test";
const STREAMING: &str = "wss://streaming.example.test";
const NAMES: [&str; 3] = [
    "api.example.test",
    "login.example.test",
    "streaming.example.test",
];
const NAME: &str = "anna";
const PASSWORD: &str = "pr0xy-p4ssw0rd";

/// A sandbox that is known by names which only the proxy can find, with certificates that only who
/// knows the authority trusts.
struct Company {
    sandbox: SandboxProcess,
    authority: Authority,
    proxy: Proxy,
    _front: TlsFront,
}

impl Company {
    fn found(desktop: &mut Desktop) -> Result<Self, Trouble> {
        let authority = Authority::found(desktop.folder())?;
        let front = TlsFront::open(authority.server(&NAMES)?)?;
        let sandbox = SandboxProcess::start(desktop, &["--streaming", STREAMING])?;
        front.lead_to(sandbox.base_url())?;
        let hosts = NAMES.map(|name| format!("{name}:443"));
        let hosts: Vec<_> = hosts
            .iter()
            .map(|host| (host.as_str(), front.address()))
            .collect();
        Ok(Self {
            sandbox,
            authority,
            proxy: Proxy::start_with_password(NAME, PASSWORD, &hosts)?,
            _front: front,
        })
    }

    async fn fill_connection(&self, page: &Page) -> Tested {
        page.fill_connection(&self.sandbox).await?;
        page.fill("settings-api-url", API).await?;
        page.fill("settings-login-url", LOGIN).await
    }

    /// A call goes through, heard by the socket, and everything came through the proxy.
    async fn calls(&self, page: &Page) -> Tested {
        page.choose_agent("Alex", AGENT).await?;
        page.wait_for_attribute("feed", "data-feed", "socket")
            .await?;
        page.call("+1 415 555 2671").await?;
        live_state(page, "connected").await?;
        assert_eq!(page.attribute("live-call", "data-source").await?, "socket");
        page.click("hangup-button").await?;
        page.wait_for_top_row("the call is over", A_CALL, |row| {
            row.end_reason == "hung_up_here"
        })
        .await?;
        assert_eq!(self.sandbox.calls().await?.len(), 1);
        let asked = self.proxy.asked();
        for name in NAMES {
            let host = format!("{name}:443");
            let let_on = asked
                .iter()
                .any(|asked| asked.method == "CONNECT" && asked.host == host && asked.let_on);
            assert!(let_on, "{name} did not come through the proxy: {asked:?}");
        }
        Ok(())
    }
}

/// As the system says: on Linux by the variables of the environment.
#[tokio::test]
async fn the_systems_proxy_and_the_systems_authority() -> Tested {
    let mut desktop = Desktop::open().await?;
    let company = Company::found(&mut desktop)?;
    let url = company
        .proxy
        .url()
        .replace("http://", &format!("http://{NAME}:{PASSWORD}@"));
    let authority = company
        .authority
        .certificate()
        .to_string_lossy()
        .into_owned();
    let start = Start::with_data_in(desktop.data_dir())
        .and("HTTPS_PROXY", &url)
        .and("SSL_CERT_FILE", &authority);
    let app = App::open(&desktop, start).await?;
    let page = app.page();
    page.click("onboarding-connect").await?;
    company.fill_connection(page).await?;
    page.click("settings-save").await?;
    page.find("agent-input").await?;
    company.calls(page).await
}

/// As Settings say: with the password in the keyring, and one more file of certificates.
#[tokio::test]
async fn a_proxy_and_an_authority_of_ones_own() -> Tested {
    let mut desktop = Desktop::open().await?;
    let company = Company::found(&mut desktop)?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.click("onboarding-connect").await?;
    company.fill_connection(page).await?;
    page.click("settings-save").await?;
    page.find("agent-input").await?;

    // Nobody but the proxy knows the name.
    check(page).await?;
    told(page, "name_not_resolved").await?;
    page.picture("network-no-name").await?;
    set(page, &company, None, None).await?;
    check(page).await?;
    told(page, "proxy_sign_in").await?;
    page.picture("network-proxy-sign-in").await?;
    set(page, &company, None, Some(PASSWORD)).await?;
    check(page).await?;
    told(page, "certificate_untrusted").await?;
    page.picture("network-untrusted").await?;
    let kept = desktop.keyring()?.secrets(&desktop)?;
    assert!(
        kept.iter().any(|secret| secret == PASSWORD),
        "the password is not in the keyring"
    );
    let file = company
        .authority
        .certificate()
        .to_string_lossy()
        .into_owned();
    set(page, &company, Some(&file), None).await?;
    page.check_works("check-again").await?;
    page.picture("network-works").await?;
    let calls = company.sandbox.calls().await?;
    assert!(calls.is_empty(), "checking places no call");
    page.click("settings-close").await?;
    company.calls(page).await?;
    // It is still so after a start, and the password is nowhere else.
    let app = app.reopen(&desktop).await?;
    app.page().choose_agent("Alex", AGENT).await?;
    until("the socket is there again", PATIENCE, async || {
        let channels = company.sandbox.channels().await?;
        Ok(channels
            .iter()
            .any(|one| one["connected"] == true)
            .then_some(()))
    })
    .await?;
    assert_eq!(desktop.traces_of(&[PASSWORD])?, Vec::<String>::new());
    Ok(())
}

async fn check(page: &Page) -> Tested {
    if page.has("check-again").await? {
        return page.check_fails("check-again").await;
    }
    page.click("settings-open").await?;
    page.check_fails("settings-check").await
}

async fn set(
    page: &Page,
    company: &Company,
    ca_file: Option<&str>,
    password: Option<&str>,
) -> Tested {
    let form = json!({
        "proxy": "explicit",
        "proxy_url": company.proxy.url(),
        "proxy_user": NAME,
        "ca_file": ca_file,
    });
    page.invoke("set_network", json!({"form": form, "password": password}))
        .await?;
    Ok(())
}
