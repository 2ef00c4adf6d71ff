# Every text a person can read in Ringfor, in French.
#
# The words, held everywhere (English: French):
#   agent: agent; on behalf of: au nom de; calling as: appeler pour (no elision before a name)
#   customer: client; OAuth client: client OAuth, always in full; administrator: administrateur
#   attempt: tentative; outcome: résultat (pending: En cours, placed: Lancé, refused: Refusé, unknown: Incertain)
#   to place a call: passer un appel; to call: appeler; to hang up: raccrocher; redial: rappeler; to pick up: décrocher
#   number: numéro; area code: indicatif régional; country code: indicatif du pays; caller id: numéro affiché
#   extension: numéro de poste; extension of the organization: numéro interne
#   phone, station: téléphone; status, presence: statut; on queue: En file d’attente
#   connection (profile): connexion; sign-in: authentification; client id: ID client; secret: secret, secret client
#   keyring: trousseau; sandbox: bac à sable; dialect: dialecte; permission: autorisation; role: rôle; scope: portée
#   problem: problème; history: historique; record: trace; note: note; contact: contact; favorite: favori
#   shortcut: raccourci; tray: zone de notification; link: lien; region: région; proxy: proxy; token: jeton
# Buttons are infinitives; a button in a sentence stands in « ». The reader is « vous ».
# A narrow no-break space (U+202F) stands before ; : ? and inside « ».
# No « de », « que » or « à le » before a parameter: it could begin with a vowel, or bring its own article.
# No adjective or participle agrees with { $agent }.

## The product

app-name = Ringfor
app-tagline = Passe des appels Genesys Cloud au nom d’un agent.
app-opening = Ouverture de Ringfor…

## Words that several places share

action-cancel = Annuler
action-close = Fermer
action-copied = Copié
action-copy-failed = Copie impossible
action-dismiss = Masquer
action-try-again = Réessayer
action-back = Retour
action-open-settings = Ouvrir les réglages
word-none = aucun
# Two whole sentences, one after the other.
two-sentences = { $first } { $second }
# A title without a full stop, and a whole sentence.
title-and-sentence = { $title }. { $sentence }
keys-ctrl = Ctrl+{ $key }
# How the keys are called on a keyboard of this language.
key-ctrl = Ctrl
key-alt = Alt
key-shift = Maj
key-super = Super
key-enter = Entrée

## Header

header-settings = Réglages
header-no-connection = Non connecté
header-connection = { $name } · { $region }
header-sandbox = Bac à sable
header-sandbox-note = aucun appel réel
notices-label = Avis
feed-socket = En direct
feed-socket-note = Genesys Cloud signale chaque changement d’un appel aussitôt.
feed-poll = Par relevés
feed-poll-note = Les appels sont relevés régulièrement. Un changement peut s’afficher un peu plus tard.
feed-why = { $feed } · { $problem }
feed-why-long = { $problem }. { $cause } { $fix }
state-signed-out = Déconnecté
state-signed-out-note = Le secret client de cette connexion n’est plus conservé. Impossible donc de trouver des agents ou de passer des appels. L’historique reste lisible.
state-offline = Cet ordinateur semble hors ligne
state-offline-note = Les appels ont besoin du réseau. L’historique et les agents déjà vus restent lisibles.
palette-title = Commandes et recherche
palette-placeholder = Un numéro, un nom ou une commande
palette-foot = Entrée exécute la commande. Un numéro est seulement inscrit ; c’est vous qui appuyez sur « Appeler ».
palette-open = Commandes et recherche ({ $keys })
palette-group-numbers = Numéro
palette-group-agents = Agents
palette-group-contacts = Contacts
palette-group-actions = Commandes
palette-call = Appeler un numéro
palette-agent = Changer d’agent
palette-call-as = Appeler pour { $agent }
palette-dial = Inscrire { $number }
palette-redial = Rappeler le dernier numéro
palette-redial-note = { $number } · { $agent }
palette-search = Chercher dans l’historique
palette-search-for = Chercher « { $text } » dans l’historique
palette-contacts = Afficher les contacts
palette-settings = Réglages : { $tab }
palette-appearance = Apparence : { $choice }
palette-language = Langue : { $language }
palette-larger = Tout afficher en plus grand
palette-smaller = Tout afficher en plus petit
keys-title = Clavier
keys-everywhere = Partout
keys-palette = Commandes et recherche
keys-help = Afficher ces touches
keys-escape = Fermer ce qui est ouvert
keys-zoom = Plus grand, plus petit, normal
keys-call = Appeler
keys-clear = Vider le champ
keys-candidates = Vers les numéros d’un texte
keys-walk-agents = Parcourir les agents
keys-take = Choisir l’agent
keys-favourite = Marquer comme favori
keys-walk = Parcourir les lignes
keys-open = Ouvrir ou fermer une ligne
keys-redial = Inscrire pour un nouvel appel
keys-copy = Copier le numéro
keys-note = Écrire une note

## Before there is a window (printed on the terminal by Rust)

startup-already-open = Ringfor est déjà ouvert.
startup-no-window = Ringfor n’a pas pu ouvrir sa fenêtre. Lancez-le depuis une session de bureau.

## The tray and the notifications of the desktop (written by Rust)

tray-show = Afficher Ringfor
tray-agent = Appeler pour { $agent }
tray-quit = Quitter Ringfor
notification-answered = { $agent } a décroché
    .body = Genesys Cloud appelle maintenant { $number }.
notification-connected = { $agent } est en communication
    .body = L’appel vers { $number } est établi.
notification-ended = L’appel n’a pas abouti
    .body = { $agent }, { $number } : { $reason }

## First run

onboarding-title = Appeler au nom d’un agent
onboarding-intro = Choisissez un agent, saisissez un numéro et appuyez sur « Appeler ». Genesys Cloud appelle d’abord l’agent, puis le client.
onboarding-connect = Se connecter à Genesys Cloud
onboarding-connect-note = Avec l’ID et le secret d’un client OAuth de votre organisation.
onboarding-sandbox = Essayer dans le bac à sable
onboarding-sandbox-note = Un Genesys Cloud simulé sur cet ordinateur, avec une équipe inventée. Aucun appel réel n’est passé.
onboarding-starting-sandbox = Démarrage du bac à sable…
onboarding-form-title = Se connecter à Genesys Cloud
onboarding-form-intro = Un administrateur crée le client OAuth dans Genesys Cloud sous Admin, Intégrations, OAuth, avec le type d’octroi « Client Credentials ». Son rôle doit permettre de voir les utilisateurs et de passer des appels.

## Full-screen problem

failed-title = Ringfor n’a pas pu s’ouvrir
failed-retrying = Nouvel essai…

## Dial card: the agent

agent-label = Appeler pour
agent-placeholder = Nom ou adresse e-mail d’un agent
agent-placeholder-email = Adresse e-mail complète d’un agent
agent-list = Agents
agent-recent = Récents
agent-favourites = Favoris
agent-seen = Déjà vus
agent-found = Trouvés
agent-searching = Recherche…
agent-only-known = { $problem }. Ces agents sont conservés sur cet ordinateur.
agent-keys = { $keys } marque l’agent comme favori.
agent-mark = Marquer comme favori
agent-unmark = Retirer des favoris
agent-is-favourite = Favori
agent-as-of = relevé à { $time }
agent-hint-type = Saisissez les premières lettres d’un nom ou d’une adresse e-mail.
agent-hint-email = Cette connexion trouve un agent par son adresse e-mail complète. Saisissez-la en entier, puis appuyez sur Entrée.
agent-none-found = Aucun agent ne correspond à « { $query } ».
agent-count = { $count ->
    [one] { $count } agent
   *[other] { $count } agents
}
agent-not-chosen = Aucun agent choisi
agent-refresh = Relever le statut
agent-station = Téléphone : { $station }
agent-no-station = Aucun téléphone choisi
agent-on-call = En communication
agent-inactive = Compte inactif
agent-readiness-unknown = Statut non disponible
agent-presence-routing = { $presence }, { $routing }
advice-inactive = Compte inactif dans Genesys Cloud : aucun appel n’est possible.
    .fix = Choisissez un autre agent, ou demandez à un administrateur d’activer celui-ci.
advice-no-station = Aucun téléphone n’est choisi, rien ne peut donc sonner.
    .fix = Demandez à { $agent } d’en choisir un dans Genesys Cloud.
advice-on-call = En communication en ce moment.
    .fix = Attendez la fin, ou choisissez un autre agent.
advice-auto-answer = Le téléphone décroche tout seul, et il semble n’y avoir personne. Le client serait appelé sans personne au bout du fil.
    .fix = Vérifiez d’abord : { $agent } doit être au téléphone.
advice-away = Absence : pourrait ne pas décrocher.
    .fix = Demandez d’abord à { $agent }, ou choisissez un autre agent.
advice-offline = Hors ligne dans Genesys Cloud : pourrait ne pas décrocher.
    .fix = Demandez à { $agent } de se connecter, ou choisissez un autre agent.
advice-webrtc-phone = Le téléphone est une page web, qui ne sonne que si elle est ouverte.
    .fix = Vérifiez d’abord : { $agent } doit avoir Genesys Cloud ouvert.
presence-available = Disponible
presence-away = Absent
presence-break = En pause
presence-busy = Occupé
presence-idle = Inactif
presence-meal = En repas
presence-meeting = En réunion
presence-offline = Hors ligne
presence-on-queue = En file d’attente
presence-training = En formation
routing-communicating = en communication
routing-idle = en attente de travail
routing-interacting = traite une interaction
routing-not-responding = ne répond pas
routing-off-queue = hors file d’attente

## Dial card: the number

dial-title = Passer un appel
number-label = Numéro
number-placeholder = Saisir ou coller un numéro
number-country = Pays des numéros sans +
number-hint = Sous toute forme, comme 01 99 00 12 34.
number-will-dial = Numéro composé
number-extension = Le poste { $extension } est affiché, mais pas composé.
number-own-extension = Un numéro interne de votre organisation
number-local-time = { $time } sur place
number-local-times = { $from } – { $to } sur place
number-night = · nuit
number-night-partly = · nuit par endroits
number-via-link = Inscrit par un lien.
number-via-shortcut = Inscrit par le raccourci.
number-candidates = Numéros dans ce texte
offer-earlier = Avant : { $text }
offer-earlier-list = Ce qui était dans le champ avant
offer-forget = Oublier ceux-ci
dial-call = Appeler
dial-calling = Appel…
dial-confirm-title = Appeler ce numéro quand même ?
dial-confirm-yes = Appeler quand même
dial-confirm-no = Ne pas appeler
dial-needs-agent = Choisissez d’abord un agent.
dial-needs-number = Saisissez d’abord un numéro.

## Live call

live-title = Appel en cours
live-latest-title = Dernier appel
live-others = Autres appels en cours
live-for = pour { $agent }
live-elapsed = Temps depuis l’appui sur « Appeler » : { $time }
live-pending = Demande de l’appel à Genesys Cloud…
live-waiting = { $seconds ->
    [one] Genesys Cloud demande d’attendre. Nouvel essai dans { $seconds } seconde.
   *[other] Genesys Cloud demande d’attendre. Nouvel essai dans { $seconds } secondes.
}
live-talking = En communication depuis { $time }
live-cancelling = Annulation…
hang-up = Raccrocher
hang-up-busy = Raccrochage…
hang-up-all-title = Mettre fin à l’appel pour tout le monde ?
hang-up-all-yes = Terminer pour tous
hang-up-all-no = Laisser en cours
step-requested = Demandé
step-ringing-agent = Appel de l’agent
step-dialing = Appel du client
step-connected = Connecté
step-list = Étapes de l’appel
step-done = { $step }, fait
step-now = { $step }, en ce moment
step-later = { $step }, pas encore
state-requested = Genesys Cloud a accepté l’appel.
state-ringing-agent = Le téléphone de l’agent sonne.
state-dialing = L’agent a décroché. Le client est appelé.
state-connected = L’agent et le client se parlent.
state-ended = L’appel est terminé.

## What is looked up after an unknown outcome

settling-searching = Recherche de l’appel dans Genesys Cloud.
settling-searching-until = Recherche de l’appel dans Genesys Cloud, au plus tard jusqu’à { $until }.
settling-found = L’appel a été retrouvé ensuite dans Genesys Cloud.
settling-found-probably = Sans doute retrouvé ensuite dans Genesys Cloud : le seul appel de cet agent vers ce numéro à ce moment.
settling-not-found = Cherché dans Genesys Cloud, et pas trouvé.
settling-not-found-until = Cherché dans Genesys Cloud jusqu’à { $until }, et pas trouvé.
settling-could-not-search = L’appel n’a pas pu être cherché dans Genesys Cloud.
settling-permission-missing = L’appel n’a pas pu être cherché : l’autorisation { $permission } manque.
settling-where = Où : { $where }
settling-call-again = Appeler à nouveau
searched-socket = nouvelles des appels de l’agent
searched-active-calls = appels en cours de l’agent
searched-activity = tous les appels en cours
searched-analytics = trace des appels passés

## Outcomes, call states and end reasons, as single words

outcome-pending = En cours
outcome-placed = Lancé
outcome-refused = Refusé
outcome-unknown = Incertain
outcome-refused-note = Aucun appel n’a été passé.
outcome-unknown-note = L’appel a peut-être été passé, peut-être pas.
call-state-requested = Demandé
call-state-ringing-agent = Appel de l’agent
call-state-dialing = Appel du client
call-state-connected = Connecté
call-state-ended = Terminé
end-reason-customer-hung-up = Le client a raccroché
end-reason-agent-hung-up = L’agent a raccroché
end-reason-hung-up-here = Raccroché ici
end-reason-busy = Occupé
end-reason-no-answer = Pas de réponse
end-reason-agent-no-answer = Agent sans réponse
end-reason-no-route = Pas d’acheminement
end-reason-network = Panne du réseau
end-reason-transferred = Transféré
end-reason-unclear = Fin sans motif clair
end-note-customer-hung-up = Le client a raccroché.
end-note-agent-hung-up = L’agent a raccroché.
end-note-hung-up-here = L’appel a été raccroché depuis cette fenêtre.
end-note-busy = La ligne du client était occupée.
end-note-no-answer = Le client n’a pas répondu.
end-note-agent-no-answer = Personne n’a décroché au téléphone de l’agent. Le client n’a pas été appelé.
end-note-no-route = Genesys Cloud n’a trouvé aucun chemin vers ce numéro. Le client n’a pas été joint.
end-note-network = Le réseau téléphonique est tombé en panne pendant l’appel.
end-note-transferred = L’appel a été transféré à quelqu’un d’autre.
end-note-unclear = Genesys Cloud n’indique pas comment l’appel s’est terminé.

## History

history-title = Historique
history-search = Chercher dans l’historique
history-search-placeholder = Chercher…
history-filter = Résultat
history-filter-all = Tous les résultats
history-today = Aujourd’hui
history-yesterday = Hier
history-more = Afficher plus
history-loading = Chargement…
history-empty-title = Aucun appel pour l’instant
history-empty-note = Chaque appui sur « Appeler » est gardé ici, avec son résultat et son heure exacte.
history-nothing-title = Rien trouvé
history-nothing-note = Aucune tentative ne correspond à la recherche et au résultat choisi ci-dessus.
history-clear = Effacer recherche et filtre
history-reading = Lecture de l’historique…
history-failed-title = L’historique n’a pas pu être lu
details-placed-how = { $person } · { $way }
history-talked = { $status } { $time }
side-label = Historique et contacts
contacts-title = Contacts
contacts-search = Chercher dans les contacts
contacts-empty-title = Aucun contact pour l’instant
contacts-empty-note = Gardez ici les personnes appelées souvent, chacune avec plusieurs numéros.
contacts-nothing-note = Aucun contact ne correspond à la recherche.
contacts-clear = Effacer la recherche
contact-add = Nouveau contact
contact-keep = Garder comme contact
contact-edit = Modifier le contact
contact-edit-name = Modifier { $name }
contact-fill = Inscrire ce numéro
contact-name = Nom
contact-numbers = Numéros
contact-number = Numéro { $count }
contact-label = Libellé, comme Mobile
contact-label-of = Libellé du numéro { $count }
contact-number-add = Ajouter un numéro
contact-number-remove = Supprimer le numéro { $count }
contact-remove = Supprimer
contact-remove-no = Garder
contact-remove-title = Supprimer { $name } des contacts ?
contact-is = { $name }, { $label }

## History: one attempt

details-timeline = Déroulement
details-pressed = Appui sur « Appeler »
details-when = Date
details-placed = Accepté par Genesys Cloud
details-refused = Refusé
details-unknown = Pas de réponse sûre
details-raw = Genesys Cloud indique : { $text }
details-typed = Saisi
details-dialed = Composé
details-agent = Agent
details-placed-by = Appelé par
details-via = Saisi par
details-talked = Communication
details-conversation = ID de conversation
details-attempt = ID de tentative
details-open = Ouvrir dans Genesys Cloud
details-copy-number = Copier le numéro
details-redial = Rappeler
row-redial = Rappeler { $number }
note-add = Ajouter une note
note-change = Modifier la note
note-label = Note
note-hint = Entrée enregistre, Maj+Entrée commence une nouvelle ligne.
details-copy-conversation = Copier l’ID de conversation
details-loading = Lecture du déroulement…
via-typed = Saisie ou collage
via-link = Lien
via-shortcut = Raccourci
via-history = Historique
via-command-line = Ligne de commande

## Problems: the frame

problem-who-you = Vous pouvez le résoudre
problem-who-administrator = Un administrateur peut le résoudre
problem-copy = Copier les détails
problem-cause-label = Pourquoi
problem-fix-label = Que faire
problem-fact-code = Code
problem-fact-status = Statut HTTP
problem-fact-server-code = Code du serveur
problem-fact-server-message = Message du serveur
problem-fact-correlation = ID de corrélation
problem-fact-step = Étape
problem-fact-time = Heure
problem-fact-attempt = ID de tentative
problem-fact-conversation = ID de conversation
problem-fact-version = Ringfor
problem-fact = { $name } : { $value }

# Shown in a problem where the fact is not known.
param-country = inconnu
param-calling-code = ?
param-prefix = 00
param-number = ce numéro
param-email = cette adresse
param-agent = cette personne
param-permissions = non indiquée par le serveur
param-message = Le serveur n’a donné aucun motif.
param-host = le serveur
param-seconds = quelques
param-status = 5xx
param-field = Adresse
param-path = le dossier des données
param-limit = 2560
param-keys = Ces touches
param-numbers = 10
