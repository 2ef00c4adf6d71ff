# Every text a person can read in Ringfor, in German.
#
# The words, held everywhere (English: German):
#   agent: Agent (des Agenten); on behalf of: im Namen von; calling as: Anrufen als
#   customer: Kunde; administrator: Administration (for everybody, whoever does it)
#   attempt: Versuch; outcome: Ergebnis (pending: Läuft, placed: Gestartet, refused: Abgelehnt, unknown: Ungewiss)
#   to place a call: einen Anruf starten; to call: anrufen; to hang up: auflegen; redial: erneut wählen
#   number: Nummer; area code: Vorwahl; country code: Ländervorwahl; caller id: angezeigte Nummer
#   extension behind a number: Durchwahl; extension of the organization: Nebenstelle
#   phone, station: Telefon; status, presence: Status; on queue: In Warteschlange
#   connection (profile): Verbindung; sign-in: Anmeldung; client id: Client-ID; secret: Geheimnis, Client-Geheimnis
#   keyring: Schlüsselbund; sandbox: Sandbox; dialect: Dialekt; permission: Berechtigung; role: Rolle; scope: Scope
#   problem: Problem; history: Verlauf; record: Aufzeichnung; note: Notiz; contact: Kontakt; favorite: Favorit
#   shortcut: Tastenkürzel; tray: Infobereich; link: Link; region: Region; proxy: Proxy; token: Token
# Buttons are infinitives; a button in a sentence stands in „…“. The reader is „Sie“.
# A parameter stands as a subject, as an object or after „für“ and „an“: what stands in for it where it
# is not known (param-…) is written for these cases. After $seconds the dative: „nach einigen Sekunden“.

## The product

app-name = Ringfor
app-tagline = Startet Anrufe in Genesys Cloud im Namen von Agenten.
app-opening = Ringfor wird geöffnet …

## Words that several places share

action-cancel = Abbrechen
action-close = Schließen
action-copied = Kopiert
action-copy-failed = Kopieren nicht möglich
action-dismiss = Ausblenden
action-try-again = Erneut versuchen
action-back = Zurück
action-open-settings = Einstellungen öffnen
word-none = keine
keys-ctrl = Strg+{ $key }
# How the keys are called on a keyboard of this language.
key-ctrl = Strg
key-alt = Alt
key-shift = Umschalt
key-super = Super
key-enter = Eingabe

## Header

header-settings = Einstellungen
header-no-connection = Nicht verbunden
header-connection = { $name } · { $region }
header-sandbox = Sandbox
header-sandbox-note = keine echten Anrufe
notices-label = Hinweise
feed-socket = Live
feed-socket-note = Genesys Cloud meldet jede Änderung eines Anrufs sofort.
feed-poll = Abfrage
feed-poll-note = Anrufe werden immer wieder abgefragt. Eine Änderung kann etwas später erscheinen.
palette-title = Befehle und Suche
palette-placeholder = Nummer, Name oder Befehl
palette-foot = Mit der Eingabetaste ausführen. Eine Nummer wird nur eingetragen; auf „Anrufen“ drücken Sie selbst.
palette-open = Befehle und Suche ({ $keys })
palette-group-numbers = Nummer
palette-group-agents = Agenten
palette-group-contacts = Kontakte
palette-group-actions = Befehle
palette-call = Nummer anrufen
palette-agent = Agent wechseln
palette-call-as = Anrufen als { $agent }
palette-dial = { $number } eintragen
palette-redial = Letzte Nummer erneut wählen
palette-redial-note = { $number } · { $agent }
palette-search = Verlauf durchsuchen
palette-search-for = Verlauf nach „{ $text }“ durchsuchen
palette-contacts = Kontakte anzeigen
palette-settings = Einstellungen: { $tab }
palette-appearance = Darstellung: { $choice }
palette-language = Sprache: { $language }
palette-larger = Alles größer anzeigen
palette-smaller = Alles kleiner anzeigen
keys-title = Tastatur
keys-everywhere = Überall
keys-palette = Befehle und Suche
keys-help = Diese Tasten anzeigen
keys-escape = Offenes schließen
keys-zoom = Größer, kleiner, normal
keys-call = Anrufen
keys-clear = Feld leeren
keys-candidates = Zu den Nummern eines Textes
keys-walk-agents = Durch die Agenten
keys-take = Agent übernehmen
keys-favourite = Als Favorit markieren
keys-walk = Durch die Zeilen
keys-open = Zeile öffnen oder schließen
keys-redial = Für einen neuen Anruf eintragen
keys-copy = Nummer kopieren
keys-note = Notiz schreiben

## Before there is a window (printed on the terminal by Rust)

startup-already-open = Ringfor ist bereits geöffnet.
startup-no-window = Ringfor konnte kein Fenster öffnen. Starten Sie es aus einer Desktopsitzung.

## The tray and the notifications of the desktop (written by Rust)

tray-show = Ringfor anzeigen
tray-agent = Anrufen als { $agent }
tray-quit = Ringfor beenden
notification-answered = { $agent } hat abgenommen
    .body = Genesys Cloud wählt jetzt { $number }.
notification-connected = { $agent } ist verbunden
    .body = Das Gespräch mit { $number } läuft.
notification-ended = Der Anruf ist nicht zustande gekommen
    .body = { $agent }, { $number }: { $reason }

## First run

onboarding-title = Im Namen eines Agenten anrufen
onboarding-intro = Wählen Sie einen Agenten, geben Sie eine Nummer ein und drücken Sie auf „Anrufen“. Genesys Cloud ruft zuerst den Agenten an, dann den Kunden.
onboarding-connect = Mit Genesys Cloud verbinden
onboarding-connect-note = Mit Client-ID und Geheimnis eines OAuth-Clients Ihrer Organisation.
onboarding-sandbox = In der Sandbox ausprobieren
onboarding-sandbox-note = Ein simuliertes Genesys Cloud auf diesem Computer, mit einem erfundenen Team. Es gibt keine echten Anrufe.
onboarding-starting-sandbox = Sandbox wird gestartet …
onboarding-form-title = Mit Genesys Cloud verbinden
onboarding-form-intro = Die Administration legt den OAuth-Client in Genesys Cloud unter Admin, Integrationen, OAuth an, mit dem Grant-Typ „Client Credentials“. Seine Rolle braucht die Berechtigungen, Benutzer zu sehen und Anrufe zu starten.

## Full-screen problem

failed-title = Ringfor konnte nicht geöffnet werden
failed-retrying = Neuer Versuch …

## Dial card: the agent

agent-label = Anrufen als
agent-placeholder = Name oder E-Mail-Adresse
agent-placeholder-email = Vollständige E-Mail-Adresse
agent-list = Agenten
agent-recent = Zuletzt verwendet
agent-favourites = Favoriten
agent-seen = Schon bekannt
agent-found = Gefunden
agent-searching = Suche läuft …
agent-only-known = { $problem }. Diese Agenten sind auf diesem Computer gespeichert.
agent-keys = { $keys } markiert den Agenten als Favorit.
agent-mark = Als Favorit markieren
agent-unmark = Nicht mehr Favorit
agent-is-favourite = Favorit
agent-as-of = Stand { $time }
agent-hint-type = Geben Sie die ersten Buchstaben des Namens oder der E-Mail-Adresse ein.
agent-hint-email = Diese Verbindung findet Agenten nur über die vollständige E-Mail-Adresse. Geben Sie sie ganz ein und drücken Sie die Eingabetaste.
agent-none-found = Kein Agent passt zu „{ $query }“.
agent-count = { $count ->
    [one] { $count } Agent
   *[other] { $count } Agenten
}
agent-not-chosen = Noch kein Agent gewählt
agent-refresh = Status neu abfragen
agent-station = Telefon: { $station }
agent-no-station = Kein Telefon gewählt
agent-on-call = Im Gespräch
agent-inactive = Nicht aktiv
agent-readiness-unknown = Status nicht verfügbar
agent-presence-routing = { $presence }, { $routing }
advice-inactive = { $agent } ist in Genesys Cloud nicht aktiv, daher ist kein Anruf möglich.
    .fix = Wählen Sie einen anderen Agenten oder bitten Sie die Administration, diesen zu aktivieren.
advice-no-station = { $agent } hat kein Telefon gewählt, daher kann Genesys Cloud nirgends anrufen.
    .fix = Bitten Sie { $agent }, in Genesys Cloud ein Telefon zu wählen.
advice-on-call = { $agent } ist gerade im Gespräch.
    .fix = Warten Sie das Ende ab oder wählen Sie einen anderen Agenten.
advice-auto-answer = Das Telefon von { $agent } nimmt von selbst ab, und offenbar ist niemand da. Der Kunde würde angerufen, ohne dass jemand spricht.
    .fix = Stellen Sie vor dem Anruf sicher, dass { $agent } am Telefon ist.
advice-away = { $agent } ist abwesend und nimmt vielleicht nicht ab.
    .fix = Fragen Sie { $agent } vorher oder wählen Sie einen anderen Agenten.
advice-offline = { $agent } ist in Genesys Cloud abgemeldet und nimmt vielleicht nicht ab.
    .fix = Bitten Sie { $agent }, sich anzumelden, oder wählen Sie einen anderen Agenten.
advice-webrtc-phone = Das Telefon von { $agent } ist eine Webseite. Es klingelt nur, solange sie geöffnet ist.
    .fix = Stellen Sie sicher, dass { $agent } Genesys Cloud geöffnet hat.
presence-available = Verfügbar
presence-away = Abwesend
presence-break = In der Pause
presence-busy = Beschäftigt
presence-idle = Inaktiv
presence-meal = Beim Essen
presence-meeting = In einer Besprechung
presence-offline = Offline
presence-on-queue = In Warteschlange
presence-training = In einer Schulung
routing-communicating = im Gespräch
routing-idle = wartet auf Arbeit
routing-interacting = bearbeitet eine Interaktion
routing-not-responding = reagiert nicht
routing-off-queue = nicht in Warteschlange

## Dial card: the number

dial-title = Anruf starten
number-label = Nummer
number-placeholder = Nummer eingeben oder einfügen
number-country = Land für Nummern ohne +
number-hint = In jeder Form, z. B. (030) 123456.
number-will-dial = Gewählt wird
number-extension = Die Durchwahl { $extension } wird angezeigt, aber nicht gewählt.
number-own-extension = Eine Nebenstelle Ihrer Organisation
number-local-time = dort { $time }
number-local-times = dort { $from } – { $to }
number-night = · Nacht
number-night-partly = · teils Nacht
number-via-link = Aus einem Link eingetragen.
number-via-shortcut = Über das Tastenkürzel eingetragen.
number-candidates = Nummern in diesem Text
offer-earlier = Vorher: { $text }
offer-earlier-list = Was vorher im Feld stand
offer-forget = Diese verwerfen
dial-call = Anrufen
dial-calling = Anruf läuft …
dial-confirm-title = Diese Nummer trotzdem anrufen?
dial-confirm-yes = Trotzdem anrufen
dial-confirm-no = Nicht anrufen
dial-needs-agent = Wählen Sie zuerst einen Agenten.
dial-needs-number = Geben Sie zuerst eine Nummer ein.
