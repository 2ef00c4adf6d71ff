//! Who works here. Everybody is invented.

use super::{
    Phone::{self, Answering, Desk, Nothing, Softphone},
    Standing::{self, Away, Inactive, Offline, OnCall, OnQueue, Ready},
};

/// Name, e-mail before the `@`, title, department, phone, standing.
pub(super) struct Line(
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) Phone,
    pub(super) Standing,
);

const CARE: &str = "Customer Care";
const SALES: &str = "Sales";
const TECH: &str = "Technical Support";
const BILLING: &str = "Billing";

#[rustfmt::skip]
pub(super) const PEOPLE: &[Line] = &[
    Line("Alex Kim", "agent", "Customer Care Agent", CARE, Softphone, OnQueue),
    Line("Alexandra Novak", "alexandra.novak", "Senior Care Agent", CARE, Softphone, Ready),
    Line("Aisha Bello", "aisha.bello", "Team Lead", CARE, Desk, Ready),
    Line("Sam Lee", "sam.lee", "Customer Care Agent", CARE, Nothing, Ready),
    Line("Mateo García", "mateo.garcia", "Account Manager", SALES, Softphone, Inactive),
    Line("Ingrid Sørensen", "ingrid.sorensen", "Support Engineer", TECH, Desk, OnCall),
    Line("Priya Raman", "priya.raman", "Team Lead", TECH, Softphone, Ready),
    Line("Kenji Watanabe", "kenji.watanabe", "Support Engineer", TECH, Softphone, OnQueue),
    Line("Chloé Lefèvre", "chloe.lefevre", "Account Manager", SALES, Softphone, Ready),
    Line("Tomasz Zieliński", "tomasz.zielinski", "Billing Specialist", BILLING, Desk, OnQueue),
    Line("Fatima Haddad", "fatima.haddad", "Customer Care Agent", CARE, Softphone, Away),
    Line("Lucas Ferreira", "lucas.ferreira", "Customer Care Agent", CARE, Softphone, OnQueue),
    Line("Hannah Vogel", "hannah.vogel", "Quality Coach", CARE, Softphone, Ready),
    Line("Omar Said", "omar.said", "Support Engineer", TECH, Nothing, Away),
    Line("Mei Lin Chen", "meilin.chen", "Account Manager", SALES, Softphone, OnQueue),
    Line("Siobhán Byrne", "siobhan.byrne", "Customer Care Agent", CARE, Desk, Ready),
    Line("Nikos Pappas", "nikos.pappas", "Billing Specialist", BILLING, Softphone, OnCall),
    Line("Amara Okafor", "amara.okafor", "Senior Care Agent", CARE, Softphone, Ready),
    Line("Elif Yılmaz", "elif.yilmaz", "Support Engineer", TECH, Softphone, OnQueue),
    Line("Daniel Cohen", "daniel.cohen", "Account Manager", SALES, Answering, Away),
    Line("Zanele Dlamini", "zanele.dlamini", "Customer Care Agent", CARE, Softphone, OnQueue),
    Line("Viktor Petrov", "viktor.petrov", "Billing Specialist", BILLING, Softphone, Inactive),
    Line("Noor Rahman", "noor.rahman", "Customer Care Agent", CARE, Softphone, Ready),
    Line("Isabella Rossi", "isabella.rossi", "Team Lead", SALES, Softphone, Ready),
    Line("Jack O'Connor", "jack.oconnor", "Support Engineer", TECH, Desk, Offline),
];

/// Given names for a bigger team; ASCII, as they go into addresses.
pub(super) const GIVEN: &[&str] = &[
    "Anna", "Bruno", "Carla", "Dmitri", "Emma", "Farid", "Grace", "Hugo", "Irina", "Jonas",
    "Kavya", "Liam", "Maria", "Nadia", "Oscar", "Paula", "Quentin", "Rosa", "Stefan", "Tara",
    "Umar", "Vera", "Wei", "Ximena", "Yusuf", "Zoe",
];

/// Family names for a bigger team.
pub(super) const FAMILY: &[&str] = &[
    "Adler", "Banerjee", "Costa", "Duarte", "Eriksen", "Fischer", "Gomez", "Hansen", "Ivanova",
    "Jensen", "Kowalski", "Lopez", "Moreau", "Nguyen", "Olsen", "Park", "Qureshi", "Rao", "Santos",
    "Tanaka", "Ueda", "Varga", "Weber", "Xu", "Young", "Zhang",
];
