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

## The command line

cli-secret-prompt = Secret client :
cli-call-goes-on = L’appel continue. Terminez-le avec : ringfor hangup { $attempt }
cli-sandbox-use = Utilisez-le avec --profile « { $profile } », ou adoptez-le avec : ringfor profile use « { $profile } ». Ctrl-C l’arrête.
cli-sign-in-page = Connectez-vous sur cette page, sur cet ordinateur :
cli-import-done = Le secret est maintenant dans le trousseau. { $path } peut être supprimé.
cli-sign-in-waits = Attente du renouvellement de la connexion…
cli-not-written = Ceci n’a pas pu être écrit dans l’historique. Conservez-le :
cli-do-instead = En ligne de commande : { $command }

## What the browser shows at the end of a sign-in (written by Rust)

sign-in-page-done = Retour à Ringfor
    .body = Le navigateur a terminé. Vous pouvez fermer cette page et revenir à Ringfor.
sign-in-page-refused = Non authentifié
    .body = L’authentification a été refusée. Vous pouvez fermer cette page et revenir à Ringfor.
sign-in-page-other = Rien à faire ici
    .body = Cette page est destinée à une authentification en attente dans Ringfor. Vous pouvez la fermer et revenir à Ringfor.

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
onboarding-connect-note = Avec un client OAuth de votre organisation, pour tout agent ou en votre nom.
onboarding-sandbox = Essayer dans le bac à sable
onboarding-sandbox-note = Un Genesys Cloud simulé sur cet ordinateur, avec une équipe inventée. Aucun appel réel n’est passé.
onboarding-starting-sandbox = Démarrage du bac à sable…
onboarding-drop = Vous avez le fichier .env d’un tutoriel ? Déposez-le sur cette fenêtre.
onboarding-network = Réglages du réseau
drop-title = Déposez-le ici
drop-note = Le fichier .env d’un tutoriel devient une connexion, et son secret va dans le trousseau. Un fichier de certificats va dans les réglages du réseau. Aucun appel n’est passé.
drop-taking = Reprise du fichier…
imported-title = Le fichier est devenu la connexion { $name }
imported-secret = Le secret est maintenant dans le trousseau de cet ordinateur.
imported-secret-this-run = Le secret est gardé en mémoire jusqu’à la fermeture de Ringfor.
imported-agent = { $agent } est choisi comme agent.
imported-agent-missing = { $email } n’a pas été choisi comme agent : { $problem }.
imported-number = { $number } est dans le champ. À vous d’appuyer sur « Appeler ».
imported-delete = Ringfor n’a plus besoin du fichier. Supprimez-le, car le secret y figure encore :
onboarding-form-title = Se connecter à Genesys Cloud
onboarding-form-intro = Un administrateur crée le client OAuth dans Genesys Cloud sous Admin, Intégrations, OAuth. Qui passe les appels doit pouvoir voir les utilisateurs et passer des appels.

## Full-screen problem

failed-title = Ringfor n’a pas pu s’ouvrir
failed-retrying = Nouvel essai…

## Dial card: the agent

agent-label = Appeler pour
agent-placeholder = Nom ou adresse e-mail
agent-placeholder-email = Adresse e-mail complète
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
routing-idle = libre
routing-interacting = traite une interaction
routing-not-responding = ne répond pas
routing-off-queue = hors file d’attente

## Dial card: the number

dial-title = Passer un appel
number-label = Numéro
number-placeholder = Saisir ou coller un numéro
number-country = Pays des numéros sans +
number-hint = Toute forme, comme 01 99 00 12 34.
number-will-dial = Numéro composé
number-extension = Le poste { $extension } est affiché, mais pas composé.
number-own-extension = Un numéro interne de votre organisation
options-label = Appelle depuis
options-from-agent = l’agent
options-from-queue = la file { $queue }
options-shows = affiche { $caller }
options-shows-both = affiche { $name }, { $number }
options-shows-usual = numéro habituel
options-once = cet appel seulement
options-reading = lecture…
options-queue = File de l’appel
options-queue-none = Aucune file
options-queues-reading = Lecture des files de { $agent }…
options-queues-none = { $agent } n’est dans aucune file.
options-wrap-up-note = Après un appel depuis une file, l’agent doit peut-être faire une clôture dans Genesys Cloud.
options-caller-id = Numéro affiché
options-caller-name = Nom affiché
options-caller-note = Ce que voit le client, si Genesys Cloud le permet. Si c’est vide, Genesys Cloud choisit.
options-caller-number = Affichera { $number }
options-caller-as-typed = Ringfor n’y reconnaît pas un numéro. Il est envoyé tel quel, et Genesys Cloud peut le refuser.
options-keep = Garder pour { $agent }
options-once-note = Cela vaut pour le prochain appel seulement.
options-usual = Comme la connexion
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
hang-up-busy = Fin de l’appel…
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
wrap-up = L’appel venait d’une file : { $agent } doit peut-être faire une clôture dans Genesys Cloud.
wrap-up-queue = L’appel venait de la file { $queue } : { $agent } doit peut-être faire une clôture dans Genesys Cloud.

## What is looked up after an unknown outcome

settling-searching = Recherche de l’appel dans Genesys Cloud.
settling-searching-until = Recherche de l’appel dans Genesys Cloud, au plus tard jusqu’à { $until }.
settling-found = L’appel a été retrouvé ensuite dans Genesys Cloud.
settling-found-probably = Sans doute retrouvé ensuite dans Genesys Cloud : le seul appel de cet agent vers ce numéro à ce moment.
settling-not-found = Cherché dans Genesys Cloud, et pas trouvé.
settling-not-found-until = Cherché dans Genesys Cloud jusqu’à { $until }, et pas trouvé.
settling-ambiguous = Un appel dans Genesys Cloud est peut-être celui-ci, mais ce n’est pas certain. Vérifiez-y avant d’appeler à nouveau.
settling-could-not-search = L’appel n’a pas pu être cherché dans Genesys Cloud.
settling-could-not-search-yet = L’appel n’a pas encore pu être cherché. Ringfor le cherchera de nouveau dès que Genesys Cloud sera joignable.
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
details-connection = Connexion
details-queue = File
details-caller = Affiché au client
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
param-calling-code = ?
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
param-key = Une ligne
param-numbers = 10
param-minutes = quelques
param-name = la connexion

## Connections, and signing in

connection-label = Connexion
connection-switch = Changer de connexion
connection-manage = Gérer les connexions…
connection-now = Connexion utilisée : { $name }
connections-title = Connexions
connections-add = Ajouter une connexion
connections-back = Toutes les connexions
connection-new = Nouvelle connexion
connection-in-use = Utilisée
connection-use = Utiliser
connection-edit = Modifier
connection-duplicate = Dupliquer
connection-remove = Supprimer
connection-do = { $action } : { $name }
connection-remove-title = Supprimer « { $name } » ?
connection-remove-why = Son secret et sa session sont supprimés du trousseau. L’historique reste.
connection-remove-no = Garder
colour-plain = Sans couleur
colour-blue = Bleu
colour-teal = Turquoise
colour-green = Vert
colour-amber = Ambre
colour-red = Rouge
colour-purple = Violet
whose-any-agent = pour tout agent
whose-person = en tant que { $person }
whose-nobody = personne n’est connecté
whose-any-agent-long = Les appels sont passés pour tout agent, avec les droits de l’application.
whose-person-long = Les appels sont passés en tant que { $person }, avec les droits de cette personne.
whose-nobody-long = Les appels sont passés en tant que la personne qui se connecte. Personne n’est encore connecté.
sign-in-kind = Qui passe les appels
sign-in-client = L’application, pour tout agent
sign-in-client-note = Pour appeler au nom de plusieurs agents. Le client OAuth a le type d’octroi « Client Credentials ».
sign-in-pkce = Une personne qui se connecte, sans secret
sign-in-pkce-note = Pour les agents qui appellent pour eux-mêmes : chacun se connecte dans le navigateur. Le mieux quand plusieurs partagent un ID client (PKCE).
sign-in-code = Une personne qui se connecte, avec secret
sign-in-code-note = De même, et la session dure plus longtemps. Le client OAuth a un secret (Code Authorization).
sign-in-platform-only = Se connecter en tant que personne n’est possible qu’avec le dialecte Platform.
sign-in-redirect = Adresse à autoriser dans le client OAuth
sign-in-redirect-note = Un administrateur l’y saisit comme URI de redirection autorisé.
sign-in-copy-address = Copier l’adresse
sign-in-title = Se connecter
sign-in-out = Personne n’est connecté
sign-in-out-note = Avec cette connexion, les appels sont passés en tant que la personne qui se connecte.
sign-in-start = Se connecter dans le navigateur
sign-in-again = Se reconnecter
sign-in-as-user = Se connecter en tant qu’utilisateur
sign-in-waiting = En attente du navigateur
sign-in-waiting-note = Connectez-vous à Genesys Cloud sur la page qui s’est ouverte, puis revenez ici.
sign-in-no-browser = Aucune page ne s’est ouverte ? Copiez le lien dans un navigateur de cet ordinateur.
sign-in-copy-link = Copier le lien
sign-in-left = encore { $time }
sign-in-failed = Non connecté
sign-in-as = Connecté en tant que { $person }
sign-out = Se déconnecter
sign-out-busy = Déconnexion…
sign-out-note = La déconnexion met fin à la session chez Genesys Cloud et la supprime de cet ordinateur. L’historique reste.
sign-in-later = Plus tard
sign-in-save-first = Enregistrez, puis connectez-vous.
dial-needs-sign-in = Connectez-vous d’abord.
palette-connection = Passer à { $name }
keys-connection = Changer de connexion
settings-colour = Couleur
settings-calls = Pour chaque appel
settings-caller-name = Nom affiché
settings-caller-name-note = Le nom que voit le client, si Genesys Cloud le permet.
settings-queue = Appeler depuis une file d’attente
settings-queue-none = Aucune file d’attente
settings-queue-note = Les files d’attente sont celles de l’agent affiché.
settings-calls-elsewhere = Le numéro affiché, le nom affiché et la file d’attente font partie de la connexion.
settings-calls-open = Ouvrir la connexion
settings-save-sign-in = Enregistrer et se connecter

## Settings

settings-title = Réglages
settings-tab-connection = Connexion
settings-tab-network = Réseau
settings-tab-calling = Appels
settings-tab-desktop = Bureau
settings-tab-appearance = Apparence
settings-tab-about = À propos
settings-tabs = Parties des réglages
settings-name = Nom de la connexion
settings-name-note = Affiché en haut de la fenêtre. S’il est vide, c’est la région ou le serveur.
settings-region = Région
settings-region-choose = Choisir une région…
settings-region-option = { $aws } · { $domain }
settings-region-own = Adresses propres…
settings-api-url = Adresse de l’API
settings-login-url = Adresse de l’authentification
settings-url-note = Les deux commencent par https, ou par http si elles mènent à cet ordinateur.
settings-client-id = ID client
settings-client-secret = Secret client
settings-secret-elsewhere = Saisissez-le à nouveau : le secret conservé n’est pas envoyé à un autre serveur ni à un autre client OAuth.
settings-secret-note = Va dans le trousseau de cet ordinateur à l’enregistrement, et n’est plus affiché.
settings-secret-in-keyring = Conservé dans le trousseau
settings-secret-this-run = Gardé en mémoire jusqu’à la fermeture de Ringfor
settings-secret-replace = Remplacer
settings-secret-keep = Garder celui conservé
settings-secret-remove = Supprimer
settings-secret-type-again = Le secret a été effacé du champ à l’envoi. Saisissez-le à nouveau pour enregistrer.
settings-this-run-only = Garder le secret en mémoire pour cette session seulement
settings-this-run-note = Il n’est jamais écrit dans un fichier. Après un redémarrage de Ringfor, vous le saisissez à nouveau.
settings-dialect = Dialecte
settings-dialect-platform = Platform (courant)
settings-dialect-participants = Participants (tutoriel)
settings-dialect-from-to = From et to (tutoriel)
settings-dialect-note-platform = La façon d’écrire les requêtes. La bonne pour Genesys Cloud lui-même.
settings-dialect-note-participants = La façon d’écrire les requêtes du premier tutoriel. Les agents sont trouvés par leur adresse e-mail complète.
settings-dialect-note-from-to = La façon d’écrire les requêtes du second tutoriel. Les agents sont trouvés par leur adresse e-mail complète.
settings-save = Enregistrer
settings-save-connect = Enregistrer et se connecter
settings-saving = Enregistrement…
settings-saved = Enregistré
settings-check = Vérifier la connexion
settings-save-check = Enregistrer et vérifier
settings-checking = Vérification…
settings-check-note = Examine chaque étape entre cet ordinateur et Genesys Cloud. Aucun appel n’est passé.
check-verdict-running = Vérification de la connexion…
check-verdict-passed = La connexion fonctionne.
check-verdict-warned = La connexion fonctionne, mais un point est à regarder.
check-verdict-failed = La connexion ne fonctionne pas encore.
check-again = Relancer
check-copy = Copier comme texte
check-step-proxy = Proxy
check-step-name = Noms des serveurs
check-step-tls = Connexion sécurisée
check-step-clock = Horloge de cet ordinateur
check-step-token = Authentification
check-step-organisation = Organisation
check-step-search-users = Recherche d’agents
check-step-read-station = Lecture du téléphone d’un agent
check-step-place-calls = Passage d’appels
check-step-notifications = Nouvelles des appels en cours
check-step-agent = L’agent choisi
check-state-waiting = en attente
check-state-running = en cours
check-state-passed = fonctionne
check-state-warned = à regarder
check-state-failed = ne fonctionne pas
check-state-skipped = sans objet
check-state-left-out = non vérifié, à cause de l’échec précédent
check-fact-proxy-none = Aucun proxy n’est utilisé.
check-fact-proxy-system = { $proxy }, du système
check-fact-proxy-own = { $proxy }, des réglages
check-fact-issuer = Certificat émis par { $issuer }
check-fact-until = Valable jusqu’au { $until }
check-fact-clock-right = Elle concorde avec celle du serveur.
check-fact-clock-ahead = { $seconds ->
    [one] En avance de { $seconds } seconde sur le serveur
   *[other] En avance de { $seconds } secondes sur le serveur
}
check-fact-clock-behind = { $seconds ->
    [one] En retard de { $seconds } seconde sur le serveur
   *[other] En retard de { $seconds } secondes sur le serveur
}
check-fact-client = Client OAuth : { $client }
check-fact-user = Authentifié : { $user }
check-fact-only-a-call = Seul un appel le dirait avec certitude, et aucun n’a été passé.
check-text-title = Ringfor { $version } · { $system } · Vérifier la connexion
check-text-connection = { $connection }, dialecte { $dialect }
settings-sandbox-title = Vous êtes dans le bac à sable
settings-sandbox-note = Un Genesys Cloud simulé sur cet ordinateur. Il ne demande ni ID client ni secret, et aucun appel réel n’est passé.
settings-sandbox-connect = Se connecter à Genesys Cloud
settings-country = Pays des numéros sans +
settings-country-note = Un numéro qui commence par + garde son propre pays.
settings-caller-id = Numéro affiché
settings-caller-id-note = Le numéro que voit le client, si Genesys Cloud le permet. S’il est vide, Genesys Cloud choisit.
settings-extensions = Numéros internes de l’organisation
settings-extensions-note = Les numéros de ces longueurs sont composés tels qu’ils sont saisis. Sans longueur choisie, Ringfor ne compose pas de numéros internes.
settings-extensions-digits = { $count ->
    [one] { $count } chiffre
   *[other] { $count } chiffres
}
settings-extensions-not-here = Cette connexion ne peut pas composer de numéros internes : les dialectes des tutoriels n’acceptent que des numéros complets.
settings-links = Liens vers des numéros
settings-links-switch = Ouvrir les liens vers des numéros avec Ringfor
settings-links-note = Un clic sur un tel lien inscrit son numéro. Rien n’est appelé avant que vous n’appuyiez sur « Appeler ».
settings-links-unsupported = Sur ce système, le programme ne se choisit que dans les réglages du système.
settings-links-list = Quel programme ouvre quels liens
settings-links-ours = Ringfor ouvre ces liens
settings-links-other = { $program } ouvre ces liens
settings-links-nobody = Aucun programme n’ouvre ces liens
settings-links-chosen-elsewhere = Un autre programme ouvre encore certains d’entre eux. Choisissez Ringfor dans les réglages du système.
settings-links-open = Ouvrir les réglages du système
settings-shortcut = Raccourci pour le texte sélectionné
settings-shortcut-note = Sélectionnez un numéro dans n’importe quel programme et appuyez sur ces touches : il est inscrit ici.
settings-shortcut-none = Aucune touche choisie
settings-shortcut-record = Choisir les touches
settings-shortcut-recording = Appuyez maintenant sur les touches, par exemple Ctrl, Alt et D ensemble. Échap laisse tout comme avant.
settings-shortcut-clear = Supprimer les touches
settings-shortcut-unsupported = Ce système n’offre pas de raccourcis aux programmes. Dans ses réglages, associez cette commande à des touches :
settings-shortcut-copy = Copier la commande
settings-window = Fenêtre
settings-close-to-tray = Garder Ringfor dans la zone de notification quand sa fenêtre est fermée
settings-close-to-tray-missing = Ce bureau n’affiche pas de zone de notification : fermer la fenêtre quitte Ringfor.
settings-start-at-login = Lancer Ringfor en arrière-plan à l’ouverture de session
settings-start-at-login-unsupported = Sur ce système, Ringfor ne peut pas se lancer tout seul.
settings-notify = Notifications
settings-notify-answered = L’agent a décroché
settings-notify-connected = L’agent et le client sont connectés
settings-notify-ended = L’appel n’a pas abouti
settings-desktop-reading = Lecture des réglages du bureau…
settings-language = Langue
settings-language-system = Comme le système
settings-appearance = Apparence
settings-appearance-system = Comme le système
settings-appearance-light = Claire
settings-appearance-dark = Sombre
settings-contrast = Contraste
settings-contrast-system = Comme le système
settings-contrast-normal = Normal
settings-contrast-high = Élevé
settings-motion = Mouvement
settings-motion-system = Comme le système
settings-motion-full = Complet
settings-motion-reduced = Réduit
settings-zoom = Taille
settings-zoom-note = Les touches : { $larger } affiche tout en plus grand, { $smaller } en plus petit, { $usual } comme d’habitude.
settings-version = Version
settings-data-dir = Emplacement des données
settings-copy-data-dir = Copier le chemin
settings-about-secret = Le secret client n’y est pas : il reste dans le trousseau de cet ordinateur.
network-note = Comment les serveurs sont atteints. Cela vaut pour toutes les connexions, dès la prochaine requête.
network-reading = Lecture des réglages du réseau…
network-proxy = Proxy
network-proxy-system = Comme le système
network-proxy-direct = Aucun
network-proxy-explicit = Celui-ci
network-proxy-note-system = Ce que disent les réglages de cet ordinateur.
network-proxy-note-linux = Sous Linux, ce sont seulement les variables d’environnement, comme HTTPS_PROXY et NO_PROXY. Le proxy des réglages du bureau n’est pas lu.
network-proxy-note-direct = Les serveurs sont atteints directement, quoi que dise le système.
network-proxy-note-explicit = Tout passe par ce proxy, y compris les nouvelles des appels.
network-proxy-url = Adresse du proxy
network-proxy-url-note = Par exemple http://proxy.example.com:8080, sans nom ni mot de passe.
network-proxy-user = Nom auprès du proxy
network-proxy-user-note = Vide si le proxy n’en demande pas.
network-proxy-password = Mot de passe auprès du proxy
network-password-note = Va dans le trousseau de cet ordinateur à l’enregistrement, et n’est plus affiché.
network-password-elsewhere = Saisissez-le à nouveau : le mot de passe conservé n’est pas envoyé à un autre proxy ni avec un autre nom.
network-password-type-again = Le mot de passe a été effacé du champ à l’envoi. Saisissez-le à nouveau pour enregistrer.
network-ca-file = Fichier de certificats supplémentaires
network-ca-file-note = Le chemin d’un fichier PEM, si l’entreprise a sa propre autorité. Vous pouvez déposer le fichier sur cette fenêtre.
network-saved = Enregistré et utilisé

## Problems
## Each has a title, .cause (why), .fix (what to do) and .who: `you` or `administrator`.

# Numbers

problem-number-empty = Aucun numéro
    .cause = Le champ du numéro est vide.
    .fix = Saisissez ou collez le numéro à appeler.
    .who = you
problem-number-unreadable = Il n’y a pas de numéro ici
    .cause = Le texte ne contient pas de chiffres lisibles comme un numéro de téléphone.
    .fix = Saisissez le numéro à nouveau, avec l’indicatif régional.
    .who = you
problem-number-too-short = Trop court
    .cause = Les numéros de ce pays ({ $country }) ont plus de chiffres.
    .fix = Vérifiez s’il manque des chiffres, et ajoutez l’indicatif régional.
    .who = you
problem-number-too-long = Trop long
    .cause = Les numéros de ce pays ({ $country }) ont moins de chiffres.
    .fix = Vérifiez s’il y a des chiffres en trop, ou deux numéros dans un même champ.
    .who = you
problem-number-wrong-length = Nombre de chiffres incorrect
    .cause = Ce pays ({ $country }) a des numéros plus courts et plus longs, mais aucun de cette longueur.
    .fix = Vérifiez s’il y a des chiffres manquants ou en trop.
    .who = you
problem-number-no-country = Aucun pays n’a l’indicatif +{ $calling_code }
    .cause = Les chiffres après le + ne commencent pas par l’indicatif d’un pays.
    .fix = Vérifiez les chiffres après le +. Pour un numéro de votre pays, ne mettez pas le +.
    .who = you
problem-number-local-only = L’indicatif régional manque
    .cause = Un numéro de cette longueur ne fonctionne que dans sa propre région ({ $country }).
    .fix = Ajoutez l’indicatif régional.
    .who = you
problem-number-foreign-prefix = Ce numéro doit commencer par +
    .cause = Dans le pays choisi ({ $country }), les numéros étrangers ne commencent pas par { $prefix } : le pays voulu n’est donc pas clair.
    .fix = Écrivez + et l’indicatif du pays au lieu du préfixe { $prefix }.
    .who = you
problem-number-plus-missing = Le + ou l’indicatif régional manque
    .cause = { $calling_code } est l’indicatif d’un pays ({ $country }), mais un numéro à l’intérieur de ce pays peut aussi commencer ainsi.
    .fix = Écrivez +{ $calling_code } s’il s’agit de l’indicatif du pays. Sinon, commencez par l’indicatif régional, comme on le compose dans le pays.
    .who = you
problem-number-emergency = { $number } est un numéro d’urgence
    .cause = Ringfor ne compose jamais les numéros d’urgence : l’appel ne viendrait pas de l’endroit où vous êtes.
    .fix = Utilisez votre téléphone.
    .who = you
problem-number-short = { $number } est un numéro court
    .cause = Un numéro court ne fonctionne que dans un réseau ou une organisation, et Ringfor ne devine pas lequel.
    .fix = Saisissez le numéro complet. S’il s’agit d’un numéro interne de votre organisation, autorisez les numéros internes de cette longueur dans les réglages.
    .who = you
problem-number-service-code = { $number } est un code de service
    .cause = Les codes avec * ou # sont des commandes pour un téléphone ou son réseau, pas des numéros à appeler.
    .fix = Composez-le sur le téléphone auquel il est destiné.
    .who = you
problem-number-not-in-use = Non attribué ({ $country })
    .cause = La longueur est bonne, mais aucun numéro de ce pays ne commence ainsi.
    .fix = Vérifiez les chiffres. « Appeler » demande une confirmation avant de composer.
    .who = you
problem-several-numbers = Plus d’un numéro
    .cause = Le texte contient plusieurs numéros, et Ringfor ne choisit pas entre eux.
    .fix = Choisissez celui à appeler.
    .who = you
problem-number-among-words = Un numéro parmi des mots
    .cause = Le texte contient autre chose qu’un numéro, et Ringfor ne devine pas ce que signifie le reste.
    .fix = Choisissez le numéro si c’est celui à appeler.
    .who = you
problem-number-changed = Le numéro a changé avant l’appel
    .cause = Le numéro à composer n’est plus celui qui était affiché. Rien n’a donc été envoyé.
    .fix = Vérifiez le numéro affiché maintenant, et appuyez à nouveau sur « Appeler ».
    .who = you

# Agents

problem-agent-missing = Aucun agent choisi
    .cause = Un appel est passé au nom d’un agent, dont le téléphone sonne en premier.
    .fix = Choisissez un agent sous « Appeler pour ».
    .who = you
problem-agent-not-found = Aucun utilisateur trouvé pour { $email }
    .cause = Genesys Cloud ne connaît aucun utilisateur actif avec exactement cette adresse e-mail.
    .fix = Vérifiez l’orthographe. Si elle est juste, demandez à un administrateur si l’utilisateur existe et s’il est actif.
    .who = you
problem-agent-mismatch = La recherche a trouvé quelqu’un d’autre
    .cause = Ringfor cherchait { $email }, et le serveur a répondu avec une autre personne. Aucun appel n’a été passé.
    .fix = Demandez à un administrateur quel dialecte ce serveur comprend, et choisissez-le dans les réglages.
    .who = administrator
problem-agent-inactive = Compte inactif : { $agent }
    .cause = L’utilisateur est inactif ou supprimé dans Genesys Cloud. Aucun appel n’est possible en son nom.
    .fix = Choisissez un autre agent, ou demandez à un administrateur d’activer l’utilisateur.
    .who = administrator
problem-agent-no-station = Aucun téléphone choisi : { $agent }
    .cause = Genesys Cloud appelle d’abord le téléphone de l’agent, et cet agent n’en a choisi aucun.
    .fix = Demandez à l’agent de choisir un téléphone dans Genesys Cloud, puis appelez à nouveau.
    .who = you
problem-agent-station-unusable = Téléphone injoignable : { $agent }
    .cause = L’agent a choisi un téléphone, mais Genesys Cloud ne peut pas le faire sonner. Il est peut-être éteint ou débranché.
    .fix = Demandez à l’agent de vérifier le téléphone, ou d’en choisir un autre dans Genesys Cloud.
    .who = you
problem-agent-email-needed = Adresse e-mail complète nécessaire
    .cause = Cette connexion ne trouve un agent que par son adresse e-mail complète.
    .fix = Saisissez-la en entier, par exemple name@example.com.
    .who = you

# Signing in

problem-not-connected = Pas encore connecté
    .cause = Aucun ID client ni secret n’a été saisi.
    .fix = Ouvrez les réglages et saisissez la connexion.
    .who = you
problem-client-unknown = L’ID client est inconnu
    .cause = L’authentification de cette région ne connaît aucun client OAuth avec cet ID.
    .fix = Vérifiez l’ID client et la région dans les réglages. Une organisation n’existe que dans une région.
    .who = you
problem-secret-wrong = Le secret n’est pas le bon
    .cause = L’authentification connaît l’ID client, mais n’accepte pas le secret.
    .fix = Copiez à nouveau le secret du client OAuth dans Genesys Cloud et remplacez-le dans les réglages.
    .who = you
problem-token-rejected = L’authentification n’est plus acceptée
    .cause = Genesys Cloud a refusé le jeton, et un nouveau jeton aussi.
    .fix = Demandez à un administrateur si le client OAuth est toujours actif, et dans la même région que cette connexion.
    .who = administrator
problem-address-not-allowed = Non autorisé depuis ce réseau
    .cause = L’organisation n’accepte l’authentification que depuis certaines adresses réseau, et celle de cet ordinateur n’en fait pas partie.
    .fix = Utilisez le réseau ou le VPN de l’entreprise, ou demandez à un administrateur d’autoriser cette adresse.
    .who = administrator
problem-permission-missing = Une autorisation manque
    .cause = Le rôle du client OAuth ne le permet pas. Autorisation manquante : { $permissions }.
    .fix = Demandez à un administrateur d’ajouter l’autorisation au rôle du client OAuth.
    .who = administrator
problem-scope-missing = Une portée manque
    .cause = Le client OAuth n’a pas le droit d’utiliser cette partie de Genesys Cloud.
    .fix = Demandez à un administrateur d’ajouter la portée « conversations » au client OAuth.
    .who = administrator
problem-user-needed = Une personne doit s’authentifier
    .cause = Cette organisation ne laisse pas un client OAuth appeler au nom de quelqu’un qui ne s’est pas authentifié.
    .fix = Authentifiez-vous en tant que la personne qui appelle : choisissez cette authentification pour la connexion dans les réglages. Si ce serveur attend un autre dialecte, choisissez-le dans les réglages.
    .who = you
problem-signed-out = Vous n’êtes pas authentifié
    .cause = Personne n’est authentifié pour cette connexion, ou l’authentification a pris fin. Rien n’a été envoyé.
    .fix = Authentifiez-vous à nouveau. Les appels en cours sont alors de nouveau suivis.
    .who = you
problem-sign-in-denied = L’authentification a été refusée
    .cause = La page d’authentification n’a pas donné l’autorisation à Ringfor.
    .fix = Authentifiez-vous à nouveau et autorisez Ringfor à agir pour vous.
    .who = you
problem-sign-in-timed-out = Le navigateur n’est pas revenu
    .cause = L’authentification n’a pas été terminée en { $minutes } minutes.
    .fix = Authentifiez-vous à nouveau et terminez dans le navigateur.
    .who = you
problem-sign-in-cancelled = L’authentification a été annulée
    .cause = Elle a été annulée ici, ou une autre a été commencée.
    .fix = Authentifiez-vous à nouveau quand vous le souhaitez.
    .who = you
problem-sign-in-failed = L’authentification n’a pas fonctionné
    .cause = Genesys Cloud n’a pas pu l’effectuer : { $message }
    .fix = Réessayez. En cas de nouvel échec, demandez à un administrateur si le client OAuth permet cette authentification et a l’adresse de retour http://localhost.
    .who = administrator
problem-sign-in-opened-twice = L’authentification a été ouverte deux fois
    .cause = La page d’authentification a été ouverte une seconde fois, peut-être par un autre programme ou une autre personne sur cet ordinateur.
    .fix = Authentifiez-vous à nouveau et n’ouvrez la page qu’une seule fois.
    .who = you
problem-sign-in-port = Le navigateur n’a pas pu revenir
    .cause = Ringfor ne peut pas écouter sur cet ordinateur (localhost), où le navigateur apporte la réponse.
    .fix = Vérifiez si un programme de sécurité bloque les connexions locales, puis réessayez.
    .who = you
problem-sign-in-platform-only = Cette authentification n’est pas prévue pour ce dialecte
    .cause = S’authentifier en tant que personne ne fonctionne qu’avec l’API publiée.
    .fix = Choisissez le dialecte « Platform » ou l’authentification avec ID client et secret.
    .who = you
problem-sign-in-busy = L’authentification est utilisée
    .cause = Un autre Ringfor la renouvelle en ce moment et n’a pas terminé.
    .fix = Attendez un instant et réessayez. Si cela dure, fermez les autres fenêtres et commandes de Ringfor.
    .who = you
problem-sign-in-too-long = L’authentification ne peut pas être conservée
    .cause = Elle dépasse les { $limit } octets que contient un trousseau.
    .fix = Conservez-la pour cette exécution seulement, ou demandez à un administrateur des jetons plus courts.
    .who = administrator
problem-sign-out-unfinished = Authentification terminée sur cet ordinateur seulement
    .cause = Tout est oublié ici, mais Genesys Cloud n’a pas été joint pour y mettre fin. Elle s’y termine d’elle-même.
    .fix = Vous n’avez rien à faire. Un administrateur peut y mettre fin tout de suite dans Genesys Cloud.
    .who = you
problem-browser-missing = Le navigateur ne s’est pas ouvert
    .cause = Aucun navigateur web n’a pu être lancé pour l’authentification.
    .fix = Choisissez un navigateur par défaut sur cet ordinateur et authentifiez-vous à nouveau.
    .who = you
problem-agent-fixed = L’agent de cette connexion : { $agent }
    .cause = Avec cette connexion, on appelle en tant que la personne authentifiée, et personne d’autre.
    .fix = Authentifiez-vous en tant que la personne qui doit appeler, ou utilisez une connexion avec secret client.
    .who = you

# Placing a call

problem-number-refused = Genesys Cloud n’accepte pas { $number }
    .cause = Selon le serveur, le numéro ou sa forme est incorrect. Aucun appel n’a été passé.
    .fix = Vérifiez le numéro. S’il est juste, demandez à un administrateur si les appels vers lui sont autorisés.
    .who = you
problem-call-cannot-be-placed = Genesys Cloud ne peut pas passer cet appel
    .cause = Le serveur a refusé l’appel sortant. Souvent, l’agent n’a pas le droit d’appeler à l’extérieur, ou aucune ligne n’est libre. Aucun appel n’a été passé.
    .fix = Réessayez dans un moment. Si cela continue, interrogez un administrateur sur les routes sortantes de cet agent.
    .who = administrator
problem-edge-unavailable = Aucune ligne téléphonique disponible
    .cause = La partie de Genesys Cloud reliée au réseau téléphonique n’est pas active pour cet agent. Aucun appel n’a été passé.
    .fix = Demandez à un administrateur de vérifier le site et l’edge du téléphone de l’agent.
    .who = administrator
problem-dialect-mismatch = Le serveur ne comprend pas la requête
    .cause = Il attend des requêtes d’une autre forme que celle de cette connexion. Aucun appel n’a été passé.
    .fix = Choisissez un autre dialecte dans les réglages. Pour Genesys Cloud lui-même, c’est « Platform ».
    .who = you
problem-too-many-requests = Trop de requêtes
    .cause = Genesys Cloud limite le nombre de requêtes par minute, et la limite est atteinte. Aucun appel n’a été passé.
    .fix = { $seconds ->
        [one] Réessayez dans { $seconds } seconde.
       *[other] Réessayez dans { $seconds } secondes.
    }
    .who = you
problem-cancelled = Annulé avant l’appel
    .cause = « Annuler » a été pressé avant tout envoi.
    .fix = Il n’y a rien à faire. Appuyez sur « Appeler » si vous voulez appeler quand même.
    .who = you
problem-pressed-too-long-ago = Pas d’appel : l’appui sur « Appeler » est trop ancien
    .cause = Quelque chose a retenu l’appel, par exemple un ordinateur en veille ou un trousseau qui posait une question. Personne ne s’attend plus à ce que le téléphone sonne. Rien n’a donc été envoyé.
    .fix = Appuyez à nouveau sur « Appeler » si l’appel est toujours voulu.
    .who = you
problem-not-found = N’existe plus
    .cause = Le serveur ne connaît pas ce qui lui a été demandé. Cela a peut-être été supprimé.
    .fix = Choisissez l’agent à nouveau. Si cela continue, vérifiez la région dans les réglages.
    .who = you
problem-again-live = { $agent } est en communication
    .cause = Un appel vers { $number }, passé pour { $agent }, n’est pas terminé.
    .fix = Raccrochez, attendez la fin, ou appelez quand même.
    .who = you
problem-again-unknown = Le dernier appel pour { $agent } est incertain
    .cause = On ne sait pas si l’appel vers { $number } a été passé.
    .fix = Vérifiez le téléphone de l’agent et Genesys Cloud, puis appelez quand même.
    .who = you
problem-again-same-number = { $number } vient d’être appelé
    .cause = { $seconds ->
        [one] Un appel vers ce numéro a été demandé il y a { $seconds } seconde, pour { $agent }.
       *[other] Un appel vers ce numéro a été demandé il y a { $seconds } secondes, pour { $agent }.
    }
    .fix = Vérifiez que vous voulez bien rappeler ce numéro, puis appelez quand même.
    .who = you
problem-refused = Le serveur a refusé l’appel
    .cause = Son message : { $message }
    .fix = Copiez les détails et demandez à un administrateur ce qu’ils signifient. Aucun appel n’a été passé.
    .who = administrator

# Following a call

problem-feed-rejected = Suivi direct impossible pour cet agent
    .cause = Genesys Cloud ne laisse pas ce client OAuth suivre les appels de l’agent.
    .fix = Les appels sont relevés à la place, les changements s’affichent un peu plus tard. Un administrateur peut ajouter l’autorisation au rôle du client OAuth.
    .who = administrator
problem-feed-evicted = D’autres occupent les canaux de ce client OAuth
    .cause = Genesys Cloud garde 20 canaux de notification par client OAuth. Ringfor a perdu le sien deux fois en dix minutes.
    .fix = Jusqu’au redémarrage de Ringfor, les appels sont relevés à la place, les changements s’affichent un peu plus tard. Un administrateur peut créer un client OAuth propre à Ringfor.
    .who = administrator
problem-feed-interrupted = Suivi direct des appels interrompu
    .cause = La connexion par laquelle Genesys Cloud signale les appels a pris fin.
    .fix = Elle se rétablit d’elle-même. En attendant, les appels sont relevés, les changements s’affichent un peu plus tard.
    .who = you
problem-hang-up-denied = Impossible de raccrocher pour { $agent }
    .cause = Le client OAuth n’a pas le droit de raccrocher pour l’agent, ou l’appel continue sans l’agent.
    .fix = Vous pouvez mettre fin à l’appel entier pour tout le monde.
    .who = you

# Reaching the server

problem-name-not-resolved = { $host } est introuvable
    .cause = Le nom n’a pas pu être résolu. Cet ordinateur est peut-être hors ligne, ou l’adresse mal écrite.
    .fix = Vérifiez la connexion réseau, puis la région ou l’adresse dans les réglages.
    .who = you
problem-unreachable = { $host } est injoignable
    .cause = Aucune connexion n’a pu être établie. Un pare-feu ou un proxy bloque peut-être le passage.
    .fix = Vérifiez la connexion réseau, et le proxy dans les réglages sous Réseau.
    .who = you
problem-certificate-untrusted = { $host } n’est pas fiable
    .cause = Le certificat du serveur ne vient pas d’une autorité à laquelle cet ordinateur fait confiance.
    .fix = Vérifiez l’adresse dans les réglages. Dans un réseau d’entreprise, demandez à un administrateur le certificat de l’entreprise et indiquez son fichier dans les réglages sous Réseau.
    .who = administrator
problem-certificate-expired = Certificat expiré : { $host }
    .cause = Le certificat du serveur n’est plus valable, ou l’horloge de cet ordinateur est fausse.
    .fix = Vérifiez la date et l’heure de cet ordinateur. Si elles sont justes, prévenez l’administrateur du serveur.
    .who = administrator
problem-proxy-unreachable = Le proxy est injoignable
    .cause = Aucune connexion n’a pu être établie par { $host }.
    .fix = Vérifiez le proxy dans les réglages, ou demandez à qui le gère. Sous Linux, le proxy du système est celui des variables d’environnement.
    .who = you
problem-proxy-sign-in = Le proxy demande une connexion
    .cause = { $host } demande un nom et un mot de passe, ou d’autres que ceux des réglages.
    .fix = Saisissez le nom et le mot de passe du proxy dans les réglages.
    .who = you
problem-proxy-invalid = L’adresse du proxy n’est pas utilisable
    .cause = Ce n’est pas une adresse comme http://proxy.example.com:8080, ou elle contient autre chose, par exemple un mot de passe.
    .fix = Écrivez-y l’adresse seule. Le nom et le mot de passe ont leurs propres champs.
    .who = you
problem-proxy-sign-in-invalid = Cette connexion ne peut pas être envoyée à un proxy
    .cause = Il y a un mot de passe sans nom, ou un deux-points dans le nom.
    .fix = Corrigez le nom et le mot de passe du proxy.
    .who = you
problem-ca-file-unreadable = Le fichier de certificats ne peut pas être lu
    .cause = Il n’est pas là, ou Ringfor n’a pas le droit de le lire : { $path }
    .fix = Remettez le fichier, ou choisissez-en un autre ou aucun dans les réglages. D’ici là, aucun serveur n’est joint.
    .who = you
problem-ca-file-invalid = Ce fichier ne contient pas de certificat utilisable
    .cause = Ce n’est pas un fichier PEM avec des certificats : { $path }
    .fix = Demandez à votre administrateur le certificat de votre entreprise en fichier PEM.
    .who = you
problem-clock-off = L’horloge de cet ordinateur est déréglée
    .cause = Elle s’écarte de { $seconds } secondes de celle du serveur. Des appels dont l’issue est inconnue peuvent rester introuvables.
    .fix = Réglez l’horloge de cet ordinateur, de préférence par le réseau.
    .who = you
problem-agent-on-call = { $agent } est en communication
    .cause = Un appel pour cet agent ne pourrait pas être passé maintenant.
    .fix = Attendez la fin de cet appel.
    .who = you
problem-answer-timeout = { $host } ne répond pas
    .cause = { $step ->
        [token] L’authentification n’a pas répondu en { $seconds } secondes. Aucun appel n’a été passé.
        [look_up] La recherche de l’agent n’a pas abouti en { $seconds } secondes. Aucun appel n’a été passé.
        [read_call] L’état de l’appel n’a pas pu être lu en { $seconds } secondes.
        [hang_up] L’appel n’a pas pu être raccroché en { $seconds } secondes.
        [socket] Les changements des appels ne sont pas signalés en { $seconds } secondes.
       *[place_call] Rien n’est revenu en { $seconds } secondes. L’appel a peut-être été passé.
    }
    .fix = { $step ->
        [token] Vérifiez la connexion réseau, puis réessayez.
        [look_up] Vérifiez la connexion réseau, puis réessayez.
        [read_call] Regardez le téléphone de l’agent pour savoir où en est l’appel.
        [hang_up] Réessayez, ou raccrochez au téléphone de l’agent.
        [socket] Il n’y a rien à faire. Les appels sont relevés en attendant, et un nouvel essai suit.
       *[place_call] Vérifiez le téléphone de l’agent et Genesys Cloud avant d’appeler à nouveau.
    }
    .who = you
problem-connection-lost = La connexion a été coupée avant la réponse
    .cause = { $step ->
        [token] L’authentification a été coupée ({ $host }). Aucun appel n’a été passé.
        [look_up] La recherche de l’agent a été coupée ({ $host }). Aucun appel n’a été passé.
        [read_call] L’état de l’appel n’a pas pu être lu ({ $host }).
        [hang_up] L’appel n’a pas pu être raccroché : aucune réponse ({ $host }).
        [socket] Les changements des appels ne sont pas signalés : { $host } a coupé la connexion.
       *[place_call] L’appel a été envoyé ({ $host }), mais aucune réponse n’est arrivée. Il a peut-être été passé.
    }
    .fix = { $step ->
        [token] Vérifiez la connexion réseau, puis réessayez.
        [look_up] Vérifiez la connexion réseau, puis réessayez.
        [read_call] Regardez le téléphone de l’agent pour savoir où en est l’appel.
        [hang_up] Réessayez, ou raccrochez au téléphone de l’agent.
        [socket] Il n’y a rien à faire. Les appels sont relevés en attendant, et un nouvel essai suit.
       *[place_call] Vérifiez le téléphone de l’agent et Genesys Cloud avant d’appeler à nouveau.
    }
    .who = you
problem-server-error = Le serveur a eu une erreur
    .cause = { $step ->
        [token] L’authentification a répondu avec le statut { $status }. Aucun appel n’a été passé.
        [look_up] La recherche de l’agent a reçu le statut { $status }. Aucun appel n’a été passé.
        [read_call] L’état de l’appel n’a pas pu être lu : statut { $status }.
        [hang_up] L’appel n’a pas pu être raccroché : statut { $status }.
        [socket] Les changements des appels ne sont pas signalés : statut { $status }.
       *[place_call] Il a répondu avec le statut { $status }. Il n’est pas certain que l’appel ait été passé.
    }
    .fix = { $step ->
        [token] Réessayez dans un moment. Si cela continue, prévenez un administrateur.
        [look_up] Réessayez dans un moment. Si cela continue, prévenez un administrateur.
        [read_call] Regardez le téléphone de l’agent pour savoir où en est l’appel.
        [hang_up] Réessayez, ou raccrochez au téléphone de l’agent.
        [socket] Il n’y a rien à faire. Les appels sont relevés en attendant, et un nouvel essai suit.
       *[place_call] Vérifiez le téléphone de l’agent et Genesys Cloud avant d’appeler à nouveau. Si cela continue, prévenez un administrateur.
    }
    .who = administrator
problem-redirected = Le serveur a renvoyé la requête ailleurs
    .cause = Ringfor ne suit pas de telles réponses, car un appel pourrait être passé deux fois.
    .fix = Vérifiez la région ou les adresses dans les réglages, et si un proxy demande une authentification.
    .who = you
problem-answer-unreadable = La réponse n’a pas pu être lue
    .cause = Le serveur a répondu autre chose que ce que Genesys Cloud envoie. C’était peut-être la page d’un proxy.
    .fix = { $step ->
        [token] Vérifiez la région ou les adresses et le dialecte dans les réglages, et si un proxy demande une authentification.
        [look_up] Vérifiez la région ou les adresses dans les réglages, et si un proxy demande une authentification.
        [read_call] Regardez le téléphone de l’agent pour savoir où en est l’appel.
        [hang_up] Réessayez, ou raccrochez au téléphone de l’agent.
        [socket] Il n’y a rien à faire. Les appels sont relevés en attendant, et un nouvel essai suit.
       *[place_call] Vérifiez le téléphone de l’agent avant d’appeler à nouveau. Vérifiez ensuite les adresses dans les réglages.
    }
    .who = you
problem-call-unreadable = Un appel ne peut pas être suivi
    .cause = Genesys Cloud a accepté l’appel, mais n’indique pas comment il continue. L’appel lui-même n’est pas touché.
    .fix = Cherchez l’appel dans Genesys Cloud. Demandez à un administrateur si le rôle du client OAuth permet de voir les appels.
    .who = administrator
problem-process-ended = Ringfor s’est arrêté avant la réponse
    .cause = Il a été fermé ou arrêté entre l’envoi de l’appel et la réponse. L’appel a peut-être été passé.
    .fix = Vérifiez le téléphone de l’agent et Genesys Cloud avant d’appeler à nouveau.
    .who = you

# Keyring

problem-keyring-missing = Cet ordinateur n’a pas de trousseau
    .cause = Le secret n’est conservé que dans le trousseau du système, et aucun service de trousseau n’est en marche.
    .fix = Lancez un trousseau comme GNOME Keyring ou KWallet, ou gardez le secret en mémoire pour cette session seulement.
    .who = you
problem-keyring-locked = Le trousseau est verrouillé
    .cause = Le trousseau du système n’a pas permis l’accès.
    .fix = Déverrouillez le trousseau et réessayez, ou gardez le secret en mémoire pour cette session seulement.
    .who = you
problem-keyring-timeout = Le trousseau ne répond pas
    .cause = Rien n’est revenu en { $seconds } secondes. Il attend peut-être son mot de passe dans sa propre fenêtre.
    .fix = Cherchez une fenêtre de mot de passe et répondez-y, puis réessayez. Vous pouvez aussi garder le secret en mémoire pour cette session seulement.
    .who = you
problem-keyring-failed = Le trousseau a échoué
    .cause = Le trousseau du système n’a pas pu faire ce qui lui était demandé.
    .fix = Réessayez. Si cela continue, fermez votre session sur cet ordinateur et rouvrez-la, ou gardez le secret en mémoire pour cette session seulement.
    .who = you
problem-secret-missing = Le secret n’est pas dans le trousseau
    .cause = Le trousseau ne contient aucun secret pour cette connexion. Il a peut-être été supprimé, ou jamais enregistré.
    .fix = Ouvrez les réglages et saisissez le secret client.
    .who = you
problem-secret-too-long = Le secret est trop long
    .cause = Le trousseau accepte au plus { $limit } octets.
    .fix = Vérifiez que seul le secret a été collé.
    .who = you

# Connections

problem-url-invalid = « { $field } » n’est pas utilisable
    .cause = Ce n’est pas une adresse web complète.
    .fix = Écrivez-la comme https://api.mypurecloud.com, sans rien après.
    .who = you
problem-url-insecure = « { $field } » doit commencer par https
    .cause = Le simple http montrerait le secret au réseau. Il n’est permis que vers cet ordinateur.
    .fix = Remplacez http par https.
    .who = you
problem-region-missing = Aucune région choisie
    .cause = Ringfor doit savoir dans quelle région se trouve l’organisation.
    .fix = Choisissez la région, ou vos propres adresses.
    .who = you
problem-client-id-missing = L’ID client est vide
    .cause = L’authentification a besoin de l’ID d’un client OAuth.
    .fix = Copiez l’ID client dans Genesys Cloud et collez-le ici.
    .who = you
problem-secret-empty = Le secret est vide
    .cause = L’authentification a besoin du secret qui va avec l’ID client.
    .fix = Copiez le secret dans Genesys Cloud et collez-le ici.
    .who = you
problem-profile-name-taken = Le nom « { $name } » est déjà pris
    .cause = Une autre connexion porte ce nom. Les majuscules ne font pas de différence.
    .fix = Choisissez un autre nom.
    .who = you
problem-profile-name-too-long = Le nom est trop long
    .cause = Le nom d’une connexion a au plus { $limit } caractères.
    .fix = Choisissez un nom plus court.
    .who = you
problem-secret-left = Le secret de « { $name } » est encore dans le trousseau
    .cause = La connexion elle-même est modifiée ou supprimée, mais le trousseau n’a pas pu être atteint.
    .fix = Déverrouillez le trousseau. Ringfor supprime le secret d’une connexion supprimée dès qu’il le peut ; vous pouvez aussi le supprimer avec le programme du trousseau.
    .who = you
problem-caller-id-invalid = Ce numéro d’appelant ne peut pas être envoyé
    .cause = Un numéro d’appelant a au plus { $limit } caractères, sur une ligne.
    .fix = Saisissez le numéro à afficher, ou laissez le champ vide.
    .who = you
problem-caller-name-invalid = Ce nom d’appelant ne peut pas être envoyé
    .cause = Un nom d’appelant a au plus { $limit } caractères, sur une ligne.
    .fix = Saisissez le nom à afficher, ou laissez le champ vide.
    .who = you
problem-profile-missing = Cette connexion n’existe plus
    .cause = Elle a été supprimée pendant qu’elle était affichée.
    .fix = Ouvrez les réglages et saisissez la connexion à nouveau.
    .who = you
problem-import-unreadable = Le fichier ne peut pas être lu
    .cause = Ringfor n’a pas le droit de le lire, ou ce n’est pas un fichier : { $path }
    .fix = Vérifiez que le fichier est là et que vous pouvez le lire, puis réessayez.
    .who = you
problem-import-too-large = Le fichier est trop grand
    .cause = Un fichier avec un identifiant client et un secret fait au plus { $limit } Ko : { $path }
    .fix = Choisissez le fichier .env du script.
    .who = you
problem-import-no-env = Ce fichier ne contient pas de connexion
    .cause = Il n’a aucune des clés CLIENT_ID, CLIENT_SECRET et REGION, ou ce n’est pas un fichier texte : { $path }
    .fix = Choisissez le fichier .env du script, enregistré en UTF-8.
    .who = you
problem-import-key-missing = { $key } manque dans le fichier
    .cause = Sans cela, il n’y a pas de connexion : { $path }
    .fix = Ajoutez au fichier une ligne avec { $key }, ou saisissez la connexion dans les réglages.
    .who = you
problem-import-region-unknown = La région du fichier n’est pas connue
    .cause = Ce qui figure à { $key } n’est pas une région de Genesys Cloud : { $path }
    .fix = Écrivez-y une région comme mypurecloud.ie ou eu-west-1. Pour vos propres adresses, saisissez la connexion dans les réglages.
    .who = you
problem-sandbox-failed = Le bac à sable n’a pas pu démarrer
    .cause = Le Genesys Cloud simulé n’a pas pu s’ouvrir sur cet ordinateur.
    .fix = Réessayez. Si cela continue, redémarrez Ringfor.
    .who = you

# Data on this computer

problem-link-unreadable = Ce n’était pas un lien vers un numéro
    .cause = Ce qui a ouvert Ringfor ne contient pas de numéro. Les liens vers des numéros commencent par tel:, callto: ou sip:.
    .fix = Copiez le numéro et collez-le ici.
    .who = you
problem-link-too-long = Ce lien est trop long
    .cause = Un lien vers un numéro a au plus { $limit } caractères.
    .fix = Copiez le numéro et collez-le ici.
    .who = you
problem-links-unsupported = Les liens ne se changent pas ici
    .cause = Sur ce système, seuls ses propres réglages décident de ce qui ouvre les liens.
    .fix = Ouvrez les réglages du système et choisissez-y Ringfor.
    .who = you
problem-links-failed = Le programme des liens n’a pas pu être changé
    .cause = { $path } n’a pas pu être écrit.
    .fix = Vérifiez qu’il est possible d’écrire à cet endroit, et réessayez.
    .who = you
problem-link-settings-missing = Le réglage du système est introuvable
    .cause = Aucun programme pour choisir les applications par défaut n’est installé, ou aucun que Ringfor connaisse.
    .fix = Ouvrez les réglages de ce système et cherchez les applications par défaut.
    .who = you
problem-selection-empty = Rien n’est sélectionné
    .cause = Aucun texte n’est sélectionné ni copié.
    .fix = Sélectionnez le numéro et utilisez à nouveau le raccourci.
    .who = you
problem-selection-silent = L’autre programme n’a pas répondu
    .cause = Du texte est sélectionné, mais le programme qui le contient ne l’a pas transmis.
    .fix = Copiez-y le numéro et collez-le ici, ou réessayez dans un instant.
    .who = you
problem-selection-too-long = La sélection est trop longue
    .cause = Un numéro avec quelques mots autour a au plus { $limit } caractères.
    .fix = Sélectionnez le numéro seul.
    .who = you
problem-selection-no-number = Le texte sélectionné ne contient pas de numéro
    .cause = Un numéro a au moins trois chiffres.
    .fix = Sélectionnez le numéro et utilisez à nouveau le raccourci.
    .who = you
problem-shortcut-unreadable = Ces touches ne font pas un raccourci
    .cause = Un raccourci est une touche avec Ctrl, Alt, Maj ou la touche du système.
    .fix = Choisissez d’autres touches.
    .who = you
problem-shortcut-modifier-missing = Utile pour écrire : { $keys }
    .cause = Sans Ctrl, Alt ou la touche du système, ces touches ne pourraient plus servir à écrire.
    .fix = Choisissez des touches avec l’une d’elles.
    .who = you
problem-shortcut-reserved = Déjà utilisé : { $keys }
    .cause = Des programmes, ou le système lui-même, utilisent ces touches partout.
    .fix = Choisissez d’autres touches, par exemple Ctrl+Alt+D.
    .who = you
problem-shortcut-taken = Pris par un autre programme : { $keys }
    .cause = Un raccourci ne peut appartenir qu’à un seul programme.
    .fix = Choisissez d’autres touches, ou libérez celles-ci dans l’autre programme.
    .who = you
problem-shortcut-unsupported = Les raccourcis fonctionnent autrement ici
    .cause = Ce système ne laisse pas un programme écouter les touches partout.
    .fix = Dans les réglages du système, associez à des touches la commande affichée dans les réglages de Ringfor.
    .who = you
problem-start-at-login-failed = Le lancement à l’ouverture de session n’a pas pu être changé
    .cause = { $path } n’a pas pu être écrit.
    .fix = Vérifiez qu’il est possible d’écrire à cet endroit, et réessayez.
    .who = you
problem-drop-several = Trop de fichiers à la fois
    .cause = Plusieurs fichiers ont été déposés sur la fenêtre.
    .fix = Déposez un seul fichier.
    .who = you
problem-drop-not-a-file = Ce n’était pas un fichier
    .cause = Ringfor accepte le fichier .env d’un tutoriel ou un fichier de certificats, et rien d’autre.
    .fix = Déposez le fichier lui-même, depuis un dossier de cet ordinateur.
    .who = you
problem-log-unwritable = La tentative n’a pas pu être notée : aucun appel n’a été passé
    .cause = Ringfor note chaque tentative avant tout envoi, et le fichier de l’historique ne peut pas être écrit.
    .fix = Vérifiez que le disque a de la place et accepte l’écriture, puis appelez à nouveau.
    .who = you
problem-outcome-unwritten = Le résultat n’a pas encore pu être enregistré
    .cause = Ce qui est affiché ici est juste, mais le fichier de l’historique ne peut pas être écrit en ce moment. Le disque est peut-être plein.
    .fix = Libérez de la place sur le disque et gardez Ringfor ouvert : il réessaie tout seul.
    .who = you
problem-disk-full = Le disque est plein
    .cause = Il n’y a plus de place pour noter une tentative, et sans trace rien n’est envoyé.
    .fix = Libérez de la place sur le disque, puis réessayez.
    .who = you
problem-database-damaged = Le fichier de l’historique est endommagé
    .cause = { $path } n’est pas lisible comme base de données de Ringfor. Rien n’y a été changé.
    .fix = Restaurez le fichier depuis une sauvegarde, ou déplacez-le pour que Ringfor en crée un nouveau.
    .who = you
problem-database-newer = Ces données viennent d’un Ringfor plus récent
    .cause = { $path } a été écrit par une version plus récente. Rien n’y a été changé.
    .fix = Installez à nouveau le Ringfor plus récent.
    .who = you
problem-data-dir-unwritable = Les données ne peuvent pas être enregistrées
    .cause = { $path } n’accepte pas l’écriture. Sans trace de chaque tentative, Ringfor ne passe aucun appel.
    .fix = Autorisez l’écriture dans ce dossier, ou choisissez-en un autre avec RINGFOR_DATA_DIR.
    .who = you
problem-data-dir-in-use = Ringfor est déjà ouvert
    .cause = Un autre Ringfor utilise { $path }.
    .fix = Utilisez la fenêtre déjà ouverte, ou fermez-la et réessayez.
    .who = you

problem-data-dir-network = Les données ne peuvent pas être sur un partage réseau
    .cause = { $path } est sur un partage réseau, où la trace des appels n’est pas en sécurité.
    .fix = Choisissez un dossier sur cet ordinateur avec RINGFOR_DATA_DIR.
    .who = you
problem-preferences-set-aside = Les préférences ont été mises de côté
    .cause = Le fichier des préférences n’a pas pu être lu. Il a été gardé sous { $path }, et Ringfor a démarré avec ses préférences habituelles.
    .fix = Choisissez à nouveau l’apparence dans les réglages. Les connexions et l’historique ne sont pas touchés.
    .who = you
problem-call-pending = Un appel pour { $agent } est déjà en cours d’envoi
    .cause = On ne sait pas encore ce que devient un appel vers { $number }. Un agent n’a qu’un appel à la fois.
    .fix = Attendez de le savoir, puis rappelez.
    .who = you
problem-country-unknown = Aucun pays n’a le code { $country }
    .cause = Les numéros sans + sont lus avec un pays, donné par ses deux lettres.
    .fix = Utilisez un code comme US ou DE.
    .who = you
problem-line-unreadable = Cette ligne ne peut pas être lue
    .cause = Une ligne est un pays, une tabulation et le numéro, en UTF-8 et de 4096 octets au plus.
    .fix = Corrigez la ligne.
    .who = you
problem-attempt-ambiguous = Plusieurs tentatives correspondent
    .cause = Les lettres et chiffres donnés correspondent à plusieurs tentatives.
    .fix = Donnez-en davantage de l’identifiant de la tentative ; il est dans l’historique.
    .who = you
problem-attempt-missing = Cette tentative n’est pas dans l’historique
    .cause = Elle n’est pas, ou n’est plus, notée sur cet ordinateur.
    .fix = Cherchez-la dans l’historique.
    .who = you
problem-note-too-long = La note est trop longue
    .cause = Une note a au plus { $limit } caractères.
    .fix = Raccourcissez-la, et enregistrez à nouveau.
    .who = you
problem-contact-name-missing = Le contact n’a pas de nom
    .cause = Le nom est vide.
    .fix = Saisissez un nom.
    .who = you
problem-contact-number-missing = Le contact n’a pas de numéro
    .cause = Un contact a au moins un numéro.
    .fix = Ajoutez un numéro.
    .who = you
problem-contact-too-long = Trop pour un seul contact
    .cause = Un contact a au plus { $numbers } numéros ; un nom ou un libellé a au plus { $limit } caractères.
    .fix = Raccourcissez-le, ou faites deux contacts.
    .who = you
problem-contact-missing = Ce contact n’existe plus
    .cause = Il a été supprimé entre-temps.
    .fix = Ajoutez-le à nouveau si vous en avez encore besoin.
    .who = you
problem-internal = Un problème est survenu dans Ringfor
    .cause = C’est un défaut du programme, vous n’y êtes pour rien.
    .fix = Copiez les détails et signalez-les. Vérifiez l’historique avant d’appeler à nouveau.
    .who = you
