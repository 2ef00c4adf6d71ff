//! The regions of Genesys Cloud.

use url::Url;

/// One region of Genesys Cloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Region {
    domain: &'static str,
    aws: &'static str,
}

impl Region {
    /// All regions, in the order of the official SDKs.
    pub const ALL: &'static [Self] = &[
        Self::new("mypurecloud.com", "us-east-1"),
        Self::new("mypurecloud.ie", "eu-west-1"),
        Self::new("mypurecloud.com.au", "ap-southeast-2"),
        Self::new("mypurecloud.jp", "ap-northeast-1"),
        Self::new("mypurecloud.de", "eu-central-1"),
        Self::new("usw2.pure.cloud", "us-west-2"),
        Self::new("cac1.pure.cloud", "ca-central-1"),
        Self::new("apne2.pure.cloud", "ap-northeast-2"),
        Self::new("euw2.pure.cloud", "eu-west-2"),
        Self::new("aps1.pure.cloud", "ap-south-1"),
        Self::new("use2.us-gov-pure.cloud", "us-east-2"),
        Self::new("sae1.pure.cloud", "sa-east-1"),
        Self::new("mec1.pure.cloud", "me-central-1"),
        Self::new("apne3.pure.cloud", "ap-northeast-3"),
        Self::new("euc2.pure.cloud", "eu-central-2"),
        Self::new("mxc1.pure.cloud", "mx-central-1"),
        Self::new("apse1.pure.cloud", "ap-southeast-1"),
        Self::new("edee1.eusc-pure.cloud", "eusc-de-east-1"),
    ];

    const fn new(domain: &'static str, aws: &'static str) -> Self {
        Self { domain, aws }
    }

    /// The domain, for example `mypurecloud.com`.
    pub fn domain(self) -> &'static str {
        self.domain
    }

    /// The AWS name, for example `us-east-1`.
    pub fn aws(self) -> &'static str {
        self.aws
    }

    /// The region with this domain or AWS name, in any case.
    pub fn find(name: &str) -> Option<Self> {
        let name = name.trim();
        Self::ALL.iter().copied().find(|region| {
            region.domain.eq_ignore_ascii_case(name) || region.aws.eq_ignore_ascii_case(name)
        })
    }

    /// The page of an interaction in the Genesys Cloud user interface.
    pub fn interaction_url(self, conversation_id: &str) -> Option<Url> {
        if conversation_id.is_empty()
            || !conversation_id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        {
            return None;
        }
        let text = format!(
            "https://apps.{}/directory/#/analytics/interactions/{conversation_id}/admin",
            self.domain
        );
        Url::parse(&text).ok()
    }
}
