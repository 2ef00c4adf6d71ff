//! What the tests bring along is what it says it is: else they would prove nothing.

use reqwest::{Certificate, Client, Proxy as Through};
use ringfor_e2e::{
    Asked, Authority, Browser, Desktop, Proxy, SandboxProcess, Tested, TlsFront, Trouble,
    parameter, with_parameter,
};

use crate::AGENT;

const HOST: &str = "api.example.test:443";

fn asked(method: &str, host: &str, let_on: bool) -> Asked {
    Asked {
        method: method.into(),
        host: host.into(),
        let_on,
    }
}

#[tokio::test]
async fn the_proxy_and_the_authority_stand_between() -> Tested {
    let mut desktop = Desktop::open_without_keyring()?;
    let authority = Authority::found(desktop.folder())?;
    let front = TlsFront::open(authority.server(&["api.example.test"])?)?;
    let sandbox = SandboxProcess::start(&mut desktop, &[])?;
    front.lead_to(sandbox.base_url())?;
    let plain = ("plain.example.test:80", front_of(&sandbox)?);
    let hosts = [(HOST, front.address()), plain];
    let proxy = Proxy::start_with_password("anna", "p4ss", &hosts)?;
    let pem = std::fs::read(authority.certificate())?;
    let trusting = || {
        let root = Certificate::from_pem(&pem)?;
        Ok::<_, Trouble>(Client::builder().tls_certs_merge([root]))
    };
    let signed_in = Through::all(proxy.url())?.basic_auth("anna", "p4ss");
    let wrong = Through::all(proxy.url())?.basic_auth("anna", "guess");

    let secure = "https://api.example.test/sandbox/calls";
    let client = trusting()?.proxy(signed_in.clone()).build()?;
    assert_eq!(client.get(secure).send().await?.text().await?, "[]");
    let open = "http://plain.example.test/sandbox/calls";
    assert_eq!(client.get(open).send().await?.text().await?, "[]");
    let unknown = client.get("http://elsewhere.example.test/").send().await?;
    assert_eq!(unknown.status(), 502);
    // Without the authority, without the password, and without the proxy nobody gets there.
    let strange = Client::builder().proxy(signed_in).build()?;
    assert!(strange.get(secure).send().await.is_err());
    let stopped = trusting()?.proxy(wrong).build()?;
    assert!(stopped.get(secure).send().await.is_err());
    assert_eq!(stopped.get(open).send().await?.status(), 407);
    let alone = trusting()?.no_proxy().build()?;
    assert!(alone.get(secure).send().await.is_err());
    assert_eq!(
        proxy.asked(),
        [
            asked("CONNECT", HOST, true),
            asked("GET", "plain.example.test:80", true),
            asked("GET", "elsewhere.example.test:80", true),
            asked("CONNECT", HOST, true),
            asked("CONNECT", HOST, false),
            asked("GET", "plain.example.test:80", false),
        ]
    );
    Ok(())
}

fn front_of(sandbox: &SandboxProcess) -> Result<std::net::SocketAddr, Trouble> {
    let address = sandbox.base_url().trim_start_matches("http://");
    address
        .parse()
        .map_err(|error| Trouble::while_doing(address, error))
}

#[tokio::test]
async fn the_browser_opens_what_it_is_told_and_comes_back() -> Tested {
    let mut desktop = Desktop::open_without_keyring()?;
    let sandbox = SandboxProcess::start(&mut desktop, &[])?;
    let mut browser = Browser::install(&desktop)?;
    let address = format!(
        "{}/oauth/authorize?client_id={}&redirect_uri=http%3A%2F%2Flocalhost%3A9&response_type=code&state=a%26b",
        sandbox.base_url(),
        sandbox.client_id(),
    );
    let mut opener = desktop.command("xdg-open");
    opener.env("PATH", browser.path()).arg(&address);
    desktop.run(&mut opener)?;
    assert_eq!(browser.opened().await?, address);
    let page = browser.sign_in_page(&address).await?;
    let back = page.sign_in(AGENT).await?;
    assert!(back.starts_with("http://localhost:9/?code="), "{back}");
    assert_eq!(parameter(&back, "state").as_deref(), Some("a&b"));
    let other = with_parameter(&back, "state", "other")?;
    assert_eq!(parameter(&other, "state").as_deref(), Some("other"));
    assert_eq!(parameter(&other, "code"), parameter(&back, "code"));
    let cancelled = page.cancel().await?;
    assert_eq!(
        parameter(&cancelled, "error").as_deref(),
        Some("access_denied")
    );
    assert!(browser.sign_in_page(sandbox.base_url()).await.is_err());
    Ok(())
}
