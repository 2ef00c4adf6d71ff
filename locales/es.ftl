# Every text a person can read in Ringfor, in Spanish.
# International Spanish, usted or impersonal, the infinitive on buttons, quotes as «…».
#
# One word for one thing:
#   agent = agente · call = llamada, llamar · customer = cliente · number = número
#   attempt = intento · outcome = resultado: pending = llamando, placed = hecha,
#   refused = no hecha («rechazada» would mean that the customer declined), unknown = incierta
#   problem = problema · connection = conexión · sandbox = entorno de pruebas · dialect = dialecto
#   keyring = llavero (llavero de claves del sistema where it is explained) · secret = secreto
#   client id = ID de cliente · client = cliente OAuth, never alone · token = token · scope = ámbito
#   station = estación · phone = teléfono · queue = cola · extension = extensión · caller id = identificador
#   hang up = colgar · dial = marcar · ring = sonar · press = pulsar · sign-in = inicio de sesión
#   settings = ajustes · shortcut = atajo · tray = bandeja del sistema · link = enlace · computer = equipo
#   history = historial · contact = contacto · note = nota · row = fila · e-mail = correo
#
# The values of the texts that begin with `param-` stand in the middle of sentences and after «de»
# and «a»: «este …» needs no contraction there.

## The product

app-name = Ringfor
app-tagline = Realiza llamadas de Genesys Cloud en nombre de un agente.
app-opening = Abriendo Ringfor…

## Words that several places share

action-cancel = Cancelar
action-close = Cerrar
action-copied = Copiado
action-copy-failed = No se pudo copiar
action-dismiss = Descartar
action-try-again = Reintentar
action-back = Atrás
action-open-settings = Abrir Ajustes
word-none = ninguno
# Two whole sentences, one after the other.
two-sentences = { $first } { $second }
# A title without a full stop, and a whole sentence.
title-and-sentence = { $title }. { $sentence }
keys-ctrl = Ctrl+{ $key }
# How the keys are called on a keyboard of this language.
key-ctrl = Ctrl
key-alt = Alt
key-shift = Mayús
key-super = Súper
key-enter = Intro

## Header

header-settings = Ajustes
header-no-connection = Sin conexión
header-connection = { $name } · { $region }
header-sandbox = Entorno de pruebas
header-sandbox-note = no se hacen llamadas reales
notices-label = Avisos
feed-socket = En vivo
feed-socket-note = Genesys Cloud informa de cada cambio de una llamada en cuanto ocurre.
feed-poll = Por consulta
feed-poll-note = Las llamadas se consultan una y otra vez, así que un cambio puede mostrarse un poco más tarde.
feed-why = { $feed } · { $problem }
feed-why-long = { $problem }. { $cause } { $fix }
state-signed-out = Sesión cerrada
state-signed-out-note = El secreto de cliente de esta conexión ya no está guardado, así que no se pueden buscar agentes ni realizar llamadas. El historial se puede seguir leyendo.
state-offline = Este equipo parece estar sin red
state-offline-note = Para llamar hace falta la red. Mientras tanto se pueden leer el historial y los agentes vistos antes.
palette-title = Ejecutar una acción por su nombre
palette-placeholder = Un número, un nombre o qué hacer
palette-foot = Intro la ejecuta. Un número solo se rellena; usted pulsa Llamar.
palette-open = Ejecutar una acción por su nombre ({ $keys })
palette-group-numbers = Número
palette-group-agents = Agentes
palette-group-contacts = Contactos
palette-group-actions = Acciones
palette-call = Llamar a un número
palette-agent = Cambiar de agente
palette-call-as = Llamar como { $agent }
palette-dial = Marcar { $number }
palette-redial = Volver a marcar el último número
palette-redial-note = { $number } · { $agent }
palette-search = Buscar en el historial
palette-search-for = Buscar «{ $text }» en el historial
palette-contacts = Mostrar los contactos
palette-settings = Ajustes: { $tab }
palette-appearance = Aspecto: { $choice }
palette-language = Idioma: { $language }
palette-larger = Mostrar todo más grande
palette-smaller = Mostrar todo más pequeño
keys-title = Teclado
keys-everywhere = En todas partes
keys-palette = Ejecutar una acción por su nombre
keys-help = Mostrar estas teclas
keys-escape = Cerrar lo que está abierto
keys-zoom = Más grande, más pequeño, tamaño normal
keys-call = Llamar
keys-clear = Vaciar el campo
keys-candidates = Ir a los números de un texto
keys-walk-agents = Recorrer los agentes
keys-take = Elegir el agente
keys-favourite = Marcar como favorito
keys-walk = Recorrer las filas
keys-open = Abrir o cerrar una fila
keys-redial = Rellenar para volver a llamar
keys-copy = Copiar el número
keys-note = Escribir una nota

## Before there is a window (printed on the terminal by Rust)

startup-already-open = Ringfor ya está abierto.
startup-no-window = Ringfor no pudo abrir su ventana. Inícielo desde una sesión de escritorio.

## The command line

cli-secret-prompt = Secreto de cliente:
cli-call-goes-on = La llamada continúa. Termínela con: ringfor hangup { $attempt }
cli-sandbox-use = Úselo con --profile «{ $profile }», o adóptelo con: ringfor profile use «{ $profile }». Ctrl-C lo detiene.
cli-sign-in-page = Inicie sesión en esta página, en este equipo:
cli-import-done = El secreto está ahora en el llavero. Ya puede eliminar { $path }.
cli-sign-in-waits = Esperando a que se renueve el inicio de sesión…
cli-not-written = Esto no se pudo escribir en el historial. Guárdelo:
cli-do-instead = En la línea de comandos: { $command }

## What the browser shows at the end of a sign-in (written by Rust)

sign-in-page-done = Vuelva a Ringfor
    .body = El navegador ha terminado. Puede cerrar esta página y volver a Ringfor.
sign-in-page-refused = Sesión no iniciada
    .body = El inicio de sesión fue rechazado. Puede cerrar esta página y volver a Ringfor.
sign-in-page-other = Aquí no hay nada que hacer
    .body = Esta página es para un inicio de sesión que espera en Ringfor. Puede cerrarla y volver a Ringfor.

## The tray and the notifications of the desktop (written by Rust)

tray-show = Mostrar Ringfor
tray-agent = Llamar como { $agent }
tray-quit = Salir de Ringfor
notification-answered = { $agent } ha contestado
    .body = Genesys Cloud marca ahora { $number }.
notification-connected = { $agent } está en línea
    .body = La llamada a { $number } está en curso.
notification-ended = La llamada no salió bien
    .body = { $agent }, { $number }: { $reason }

## First run

onboarding-title = Llamar en nombre de un agente
onboarding-intro = Elija un agente, escriba un número y pulse Llamar. Genesys Cloud hace sonar primero el teléfono del agente y luego llama al cliente.
onboarding-connect = Conectar a Genesys Cloud
onboarding-connect-note = Con un cliente OAuth de su organización, para cualquier agente o como usted mismo.
onboarding-sandbox = Probar en el entorno de pruebas
onboarding-sandbox-note = Un Genesys Cloud simulado en este equipo, con un grupo de agentes inventado. No se hacen llamadas reales.
onboarding-starting-sandbox = Iniciando el entorno de pruebas…
onboarding-drop = ¿Tiene el archivo .env de un tutorial? Suéltelo en esta ventana.
onboarding-network = Ajustes de red
drop-title = Suéltelo aquí
drop-note = El archivo .env de un tutorial se convierte en una conexión y su secreto pasa al llavero. Un archivo con certificados pasa a los ajustes de red. No se llama a nadie.
drop-taking = Incorporando el archivo…
imported-title = El archivo se ha convertido en la conexión { $name }
imported-secret = El secreto está ahora en el llavero de este equipo.
imported-secret-this-run = El secreto se mantiene en memoria hasta que se cierre Ringfor.
imported-agent = { $agent } queda como agente.
imported-agent-missing = { $email } no se eligió como agente: { $problem }.
imported-number = { $number } está en el campo. Usted pulsa Llamar.
imported-delete = Ringfor ya no necesita el archivo. Bórrelo, porque el secreto sigue en él:
onboarding-form-title = Conectar a Genesys Cloud
onboarding-form-intro = Un administrador crea el cliente OAuth en Genesys Cloud, en Admin, Integrations, OAuth. Quien realiza las llamadas necesita los permisos para ver usuarios y para realizar llamadas.

## Full-screen problem

failed-title = Ringfor no pudo abrirse
failed-retrying = Reintentando…

## Dial card: the agent

agent-label = Llamar como
agent-placeholder = Nombre o correo de un agente
agent-placeholder-email = Correo completo de un agente
agent-list = Agentes
agent-recent = Recientes
agent-favourites = Favoritos
agent-seen = Vistos antes
agent-found = Encontrados
agent-searching = Buscando…
agent-only-known = { $problem }. Estos agentes están guardados en este equipo.
agent-keys = { $keys } marca el agente como favorito.
agent-mark = Marcar como favorito
agent-unmark = Quitar de favoritos
agent-is-favourite = Favorito
agent-as-of = actualizado: { $time }
agent-hint-type = Escriba las primeras letras de un nombre o correo.
agent-hint-email = Esta conexión encuentra a un agente por su correo completo. Escríbalo entero y pulse Intro.
agent-none-found = Ningún agente coincide con «{ $query }».
agent-count = { $count ->
    [one] { $count } agente
   *[other] { $count } agentes
}
agent-not-chosen = Aún no hay agente elegido
agent-refresh = Volver a consultar el estado
agent-station = Teléfono: { $station }
agent-no-station = Ningún teléfono seleccionado
agent-on-call = En una llamada
agent-inactive = No activo
agent-readiness-unknown = Estado no disponible
agent-presence-routing = { $presence }, { $routing }
advice-inactive = No está activo en Genesys Cloud, así que no se pueden realizar llamadas.
    .fix = Elija otro agente o pida a un administrador que active este.
advice-no-station = No hay ningún teléfono seleccionado, así que nada puede sonar.
    .fix = Pida a { $agent } que seleccione uno en Genesys Cloud.
advice-on-call = Ahora está en una llamada.
    .fix = Espere a que termine o elija otro agente.
advice-auto-answer = El teléfono contesta solo, y parece que no hay nadie. Se llamaría al cliente sin nadie en la línea.
    .fix = Asegúrese de que { $agent } esté al teléfono.
advice-away = Figura como ausente y puede que no conteste.
    .fix = Pregunte antes a { $agent } o elija otro agente.
advice-offline = No tiene la sesión iniciada en Genesys Cloud y puede que no conteste.
    .fix = Pida a { $agent } que inicie sesión o elija otro agente.
advice-webrtc-phone = El teléfono es una página web, que solo suena mientras está abierta.
    .fix = Asegúrese de que { $agent } tenga abierto Genesys Cloud.
presence-available = Disponible
presence-away = Ausente
presence-break = En un descanso
presence-busy = Ocupado
presence-idle = Sin actividad
presence-meal = En la comida
presence-meeting = En una reunión
presence-offline = Desconectado
presence-on-queue = En cola
presence-training = En formación
routing-communicating = en una llamada
routing-idle = a la espera de trabajo
routing-interacting = atendiendo una interacción
routing-not-responding = no responde
routing-off-queue = fuera de cola

## Dial card: the number

dial-title = Realizar una llamada
number-label = Número
number-placeholder = Escriba o pegue un número
number-country = País de los números sin +
number-hint = En cualquier forma, por ejemplo (415) 555-2671.
number-will-dial = Se marcará
number-extension = La extensión { $extension } se muestra aquí, pero no se marca.
number-own-extension = Una extensión de su organización
options-label = Llama desde
options-from-agent = el agente
options-from-queue = la cola { $queue }
options-shows = muestra { $caller }
options-shows-both = muestra { $name }, { $number }
options-shows-usual = identificador habitual
options-once = solo esta llamada
options-reading = leyendo…
options-queue = Cola de la llamada
options-queue-none = Ninguna cola
options-queues-reading = Leyendo las colas de { $agent }…
options-queues-none = { $agent } no está en ninguna cola.
options-wrap-up-note = Tras una llamada desde una cola, puede que el agente deba hacer un cierre en Genesys Cloud.
options-caller-id = Número mostrado
options-caller-name = Nombre mostrado
options-caller-note = Lo que ve el cliente, si Genesys Cloud lo permite. Si se deja vacío, lo elige Genesys Cloud.
options-caller-number = Mostrará { $number }
options-caller-as-typed = No es un número que Ringfor conozca. Se envía tal cual, y Genesys Cloud puede rechazarlo.
options-keep = Conservar para { $agent }
options-once-note = Vale solo para la próxima llamada.
options-usual = Como la conexión
number-local-time = { $time } allí
number-local-times = { $from } – { $to } allí
number-night = · de noche
number-night-partly = · de noche en parte
number-via-link = Procede de un enlace.
number-via-shortcut = Procede del atajo.
number-candidates = Números de este texto
offer-earlier = Antes: { $text }
offer-earlier-list = Lo que había antes en el campo
offer-forget = Olvidarlos
dial-call = Llamar
dial-calling = Llamando…
dial-confirm-title = ¿Llamar a este número de todos modos?
dial-confirm-yes = Llamar igualmente
dial-confirm-no = No llamar
dial-needs-agent = Elija primero un agente.
dial-needs-number = Escriba primero un número.

## Live call

live-title = Llamada en curso
live-latest-title = Última llamada
live-others = Otras llamadas en curso
live-for = para { $agent }
live-elapsed = Tiempo desde que se pulsó Llamar: { $time }
live-pending = Pidiendo a Genesys Cloud que realice la llamada…
live-waiting = { $seconds ->
    [one] Genesys Cloud pide esperar. Se reintentará en { $seconds } segundo.
   *[other] Genesys Cloud pide esperar. Se reintentará en { $seconds } segundos.
}
live-talking = En conversación: { $time }
live-cancelling = Cancelando…
hang-up = Colgar
hang-up-busy = Colgando…
hang-up-all-title = ¿Terminar la llamada para todos los que participan?
hang-up-all-yes = Terminar para todos
hang-up-all-no = No terminar
step-requested = Pedida
step-ringing-agent = Llamando al agente
step-dialing = Marcando
step-connected = En línea
step-list = Pasos de la llamada
step-done = { $step }, hecho
step-now = { $step }, ahora
step-later = { $step }, todavía no
state-requested = Genesys Cloud ha aceptado la llamada.
state-ringing-agent = El teléfono del agente está sonando.
state-dialing = El agente ha contestado. Se está marcando al cliente.
state-connected = El agente y el cliente están hablando.
state-ended = La llamada ha terminado.
wrap-up = La llamada fue desde una cola: puede que { $agent } deba hacer un cierre en Genesys Cloud.
wrap-up-queue = La llamada fue desde la cola { $queue }: puede que { $agent } deba hacer un cierre en Genesys Cloud.

## What is looked up after an unknown outcome

settling-searching = Buscando la llamada en Genesys Cloud.
settling-searching-until = Buscando la llamada en Genesys Cloud, como máximo hasta: { $until }.
settling-found = La llamada se encontró después en Genesys Cloud.
settling-found-probably = Probablemente se encontró después en Genesys Cloud: es la única llamada de este agente a este número en ese momento.
settling-not-found = Se buscó en Genesys Cloud y no se encontró.
settling-not-found-until = Se buscó en Genesys Cloud y no se encontró. Fin de la búsqueda: { $until }.
settling-ambiguous = En Genesys Cloud hay una llamada que puede ser esta, pero no es seguro. Compruébelo allí antes de llamar otra vez.
settling-could-not-search = No se pudo buscar la llamada en Genesys Cloud.
settling-could-not-search-yet = La llamada todavía no se pudo buscar. Ringfor la buscará de nuevo en cuanto se pueda conectar con Genesys Cloud.
settling-permission-missing = No se pudo buscar la llamada: falta el permiso { $permission }.
settling-where = Dónde: { $where }
settling-call-again = Llamar otra vez
searched-socket = los avisos de las llamadas del agente
searched-active-calls = las llamadas en curso del agente
searched-activity = todas las llamadas en curso
searched-analytics = el registro de llamadas pasadas

## Outcomes, call states and end reasons, as single words

outcome-pending = Llamando
outcome-placed = Hecha
outcome-refused = No hecha
outcome-unknown = Incierta
outcome-refused-note = No se hizo ninguna llamada.
outcome-unknown-note = Puede que la llamada se haya hecho o no.
call-state-requested = Pedida
call-state-ringing-agent = Llamando al agente
call-state-dialing = Marcando
call-state-connected = Conectada
call-state-ended = Terminada
end-reason-customer-hung-up = Colgó el cliente
end-reason-agent-hung-up = Colgó el agente
end-reason-hung-up-here = Se colgó aquí
end-reason-busy = Ocupado
end-reason-no-answer = Sin respuesta
end-reason-agent-no-answer = El agente no contestó
end-reason-no-route = Sin ruta
end-reason-network = Falló la red
end-reason-transferred = Transferida
end-reason-unclear = Fin incierto
end-note-customer-hung-up = El cliente colgó.
end-note-agent-hung-up = El agente colgó.
end-note-hung-up-here = La llamada se colgó desde esta ventana.
end-note-busy = La línea del cliente estaba ocupada.
end-note-no-answer = El cliente no contestó.
end-note-agent-no-answer = Nadie contestó el teléfono del agente. No se llegó a marcar al cliente.
end-note-no-route = Genesys Cloud no encontró ninguna ruta a este número. No se llegó al cliente.
end-note-network = La red telefónica falló durante la llamada.
end-note-transferred = La llamada se transfirió a otra persona.
end-note-unclear = Genesys Cloud no informa de cómo terminó la llamada.

## History

history-title = Historial
history-search = Buscar en el historial
history-search-placeholder = Buscar…
history-filter = Resultado
history-filter-all = Todos los resultados
history-today = Hoy
history-yesterday = Ayer
history-more = Mostrar más
history-loading = Cargando…
history-empty-title = Aún no hay llamadas
history-empty-note = Aquí queda cada pulsación de Llamar, con su resultado y su hora exacta.
history-nothing-title = No se encontró nada
history-nothing-note = Ningún intento coincide con la búsqueda y el resultado elegidos arriba.
history-clear = Borrar búsqueda y filtro
history-reading = Leyendo el historial…
history-failed-title = No se pudo leer el historial
details-placed-how = { $person } · { $way }
history-talked = { $status } { $time }
side-label = Historial y contactos
contacts-title = Contactos
contacts-search = Buscar en los contactos
contacts-empty-title = Aún no hay contactos
contacts-empty-note = Guarde aquí a las personas a las que llama a menudo, cada una con varios números.
contacts-nothing-note = Ningún contacto coincide con la búsqueda.
contacts-clear = Borrar búsqueda
contact-add = Nuevo contacto
contact-keep = Guardar como contacto
contact-edit = Modificar el contacto
contact-edit-name = Modificar { $name }
contact-fill = Rellenar este número
contact-name = Nombre
contact-numbers = Números
contact-number = Número { $count }
contact-label = Etiqueta, como Móvil
contact-label-of = Etiqueta del número { $count }
contact-number-add = Añadir un número
contact-number-remove = Quitar el número { $count }
contact-remove = Quitar
contact-remove-no = Conservar
contact-remove-title = ¿Quitar { $name } de los contactos?
contact-is = { $name }, { $label }

## History: one attempt

details-timeline = Cronología
details-pressed = Se pulsó Llamar
details-when = Fecha y hora
details-placed = Aceptada por Genesys Cloud
details-refused = No hecha
details-unknown = Sin respuesta segura
details-raw = Genesys Cloud dice: { $text }
details-typed = Escrito
details-dialed = Marcado
details-agent = Agente
details-placed-by = Hecha por
details-via = Procedencia
details-talked = Tiempo hablado
details-conversation = ID de conversación
details-connection = Conexión
details-queue = Cola
details-caller = Mostrado al cliente
details-attempt = ID de intento
details-open = Abrir en Genesys Cloud
details-copy-number = Copiar número
details-redial = Volver a marcar
row-redial = Volver a marcar { $number }
note-add = Añadir una nota
note-change = Modificar la nota
note-label = Nota
note-hint = Intro guarda, Mayús+Intro empieza una línea nueva.
details-copy-conversation = Copiar ID de conversación
details-loading = Consultando la cronología…
via-typed = Escrito o pegado
via-link = Un enlace
via-shortcut = El atajo global
via-history = El historial
via-command-line = La línea de comandos

## Problems: the frame

problem-who-you = Usted puede resolverlo
problem-who-administrator = Requiere un administrador
problem-copy = Copiar detalles
problem-cause-label = Por qué
problem-fix-label = Qué hacer
problem-fact-code = Código
problem-fact-status = Estado HTTP
problem-fact-server-code = Código del servidor
problem-fact-server-message = Mensaje del servidor
problem-fact-correlation = ID de correlación
problem-fact-step = Paso
problem-fact-time = Hora
problem-fact-attempt = ID de intento
problem-fact-conversation = ID de conversación
problem-fact-version = Ringfor
problem-fact = { $name }: { $value }

# Shown in a problem where the fact is not known.
param-country = no conocido
param-calling-code = ?
param-prefix = 00
param-number = este número
param-email = este correo
param-agent = este agente
param-permissions = el servidor no lo indica
param-message = El servidor no dio ningún motivo.
param-host = este servidor
param-seconds = unos pocos
param-status = 5xx
param-field = Dirección
param-path = este directorio de datos
param-limit = 2560
param-keys = Esta combinación
param-key = un dato
param-numbers = 10
param-minutes = unos pocos
param-name = la conexión

## Connections, and signing in

connection-label = Conexión
connection-switch = Cambiar de conexión
connection-manage = Gestionar conexiones…
connection-now = Conexión en uso: { $name }
connections-title = Conexiones
connections-add = Añadir una conexión
connections-back = Todas las conexiones
connection-new = Nueva conexión
connection-in-use = En uso
connection-use = Usar
connection-edit = Editar
connection-duplicate = Duplicar
connection-remove = Quitar
connection-do = { $action }: { $name }
connection-remove-title = ¿Quitar «{ $name }»?
connection-remove-why = Su secreto y su inicio de sesión se quitan del llavero. El historial se conserva.
connection-remove-no = Conservar
colour-plain = Sin color
colour-blue = Azul
colour-teal = Turquesa
colour-green = Verde
colour-amber = Ámbar
colour-red = Rojo
colour-purple = Morado
whose-any-agent = para cualquier agente
whose-person = como { $person }
whose-nobody = sin sesión iniciada
whose-any-agent-long = Las llamadas se realizan para cualquier agente, con los permisos de la aplicación.
whose-person-long = Las llamadas se realizan como { $person }, con los permisos de esa persona.
whose-nobody-long = Las llamadas se realizan como la persona que inicia sesión. Todavía no hay nadie.
sign-in-kind = Quién realiza las llamadas
sign-in-client = La aplicación, para cualquier agente
sign-in-client-note = Para quien llama en nombre de varios agentes. El cliente OAuth tiene el tipo de concesión Client Credentials.
sign-in-pkce = Una persona que inicia sesión, sin secreto
sign-in-pkce-note = Para agentes que llaman por sí mismos: cada uno inicia sesión en el navegador. Lo mejor cuando muchos usan un mismo ID de cliente (PKCE).
sign-in-code = Una persona que inicia sesión, con secreto
sign-in-code-note = Lo mismo, y la sesión dura más. El cliente OAuth tiene un secreto (Code Authorization).
sign-in-platform-only = Iniciar sesión como persona solo funciona con el dialecto Platform.
sign-in-redirect = Dirección que debe permitir el cliente OAuth
sign-in-redirect-note = Un administrador la introduce allí como URI de redirección autorizado.
sign-in-copy-address = Copiar la dirección
sign-in-title = Iniciar sesión
sign-in-out = No hay ninguna sesión iniciada
sign-in-out-note = Con esta conexión, las llamadas se realizan como la persona que inicia sesión.
sign-in-start = Iniciar sesión en el navegador
sign-in-again = Volver a iniciar sesión
sign-in-as-user = Iniciar sesión como usuario
sign-in-waiting = A la espera del navegador
sign-in-waiting-note = Inicie sesión en Genesys Cloud en la página que se ha abierto y vuelva aquí.
sign-in-no-browser = ¿No se ha abierto ninguna página? Copie el enlace en un navegador de este equipo.
sign-in-copy-link = Copiar el enlace
sign-in-left = quedan { $time }
sign-in-failed = No se ha iniciado sesión
sign-in-as = Sesión iniciada como { $person }
sign-out = Cerrar sesión
sign-out-busy = Cerrando sesión…
sign-out-note = Al cerrar sesión, esta termina en Genesys Cloud y se quita de este equipo. El historial se conserva.
sign-in-later = Más tarde
sign-in-save-first = Guarde y después inicie sesión.
dial-needs-sign-in = Inicie sesión primero.
palette-connection = Cambiar a { $name }
keys-connection = Cambiar de conexión
settings-colour = Color
settings-calls = Para cada llamada
settings-caller-name = Nombre mostrado
settings-caller-name-note = El nombre que ve el cliente, si Genesys Cloud lo permite.
settings-queue = Llamar desde una cola
settings-queue-none = Ninguna cola
settings-queue-note = Las colas son las del agente que se muestra.
settings-calls-elsewhere = El identificador, el nombre mostrado y la cola pertenecen a la conexión.
settings-calls-open = Abrir la conexión
settings-save-sign-in = Guardar e iniciar sesión

## Settings

settings-title = Ajustes
settings-tab-connection = Conexión
settings-tab-network = Red
settings-tab-calling = Llamadas
settings-tab-desktop = Escritorio
settings-tab-appearance = Aspecto
settings-tab-about = Acerca de
settings-tabs = Partes de Ajustes
settings-name = Nombre de la conexión
settings-name-note = Se muestra en la parte superior de la ventana. Si se deja vacío, es la región o el servidor.
settings-region = Región
settings-region-choose = Elija una región…
settings-region-option = { $aws } · { $domain }
settings-region-own = Direcciones propias…
settings-api-url = Dirección de la API
settings-login-url = Dirección del inicio de sesión
settings-url-note = Ambas empiezan por https, o por http si llevan a este equipo.
settings-client-id = ID de cliente
settings-client-secret = Secreto de cliente
settings-secret-elsewhere = Escríbalo de nuevo: el secreto guardado no se envía a otro servidor ni a otro cliente OAuth.
settings-secret-note = Al guardar, pasa al llavero de claves del sistema de este equipo y no se vuelve a mostrar.
settings-secret-in-keyring = Guardado en el llavero
settings-secret-this-run = En memoria hasta que se cierre Ringfor
settings-secret-replace = Cambiar
settings-secret-keep = Conservar el guardado
settings-secret-remove = Quitar
settings-secret-type-again = El secreto se borró del campo al enviarlo. Escríbalo de nuevo para guardar.
settings-this-run-only = Mantener el secreto en memoria solo esta vez
settings-this-run-note = No se escribe nunca en un archivo. Al reiniciar Ringfor hay que escribirlo de nuevo.
settings-dialect = Dialecto
settings-dialect-platform = Platform (habitual)
settings-dialect-participants = Participants (tutorial)
settings-dialect-from-to = From y to (tutorial)
settings-dialect-note-platform = Cómo se escriben las peticiones. Es el adecuado para Genesys Cloud.
settings-dialect-note-participants = Cómo escribe las peticiones el primer tutorial. Los agentes se encuentran por su correo completo.
settings-dialect-note-from-to = Cómo escribe las peticiones el segundo tutorial. Los agentes se encuentran por su correo completo.
settings-save = Guardar
settings-save-connect = Guardar y conectar
settings-saving = Guardando…
settings-saved = Guardado
settings-check = Probar conexión
settings-save-check = Guardar y probar
settings-checking = Probando…
settings-check-note = Revisa cada paso desde este equipo hasta Genesys Cloud. No realiza ninguna llamada.
check-verdict-running = Probando la conexión…
check-verdict-passed = La conexión funciona.
check-verdict-warned = La conexión funciona, pero hay algo que revisar.
check-verdict-failed = La conexión todavía no funciona.
check-again = Repetir
check-copy = Copiar como texto
check-step-proxy = Proxy
check-step-name = Nombres de los servidores
check-step-tls = Conexión segura
check-step-clock = Reloj de este equipo
check-step-token = Inicio de sesión
check-step-organisation = Organización
check-step-search-users = Buscar agentes
check-step-read-station = Ver el teléfono de un agente
check-step-place-calls = Realizar llamadas
check-step-notifications = Avisos de las llamadas en curso
check-step-agent = El agente elegido
check-state-waiting = en espera
check-state-running = en curso
check-state-passed = funciona
check-state-warned = por revisar
check-state-failed = no funciona
check-state-skipped = no se aplica
check-state-left-out = sin revisar, por el fallo anterior
check-fact-proxy-none = No se usa ningún proxy.
check-fact-proxy-system = { $proxy }, del sistema
check-fact-proxy-own = { $proxy }, de Ajustes
check-fact-issuer = Certificado emitido por { $issuer }
check-fact-until = Válido hasta el { $until }
check-fact-clock-right = Coincide con el del servidor.
check-fact-clock-ahead = { $seconds ->
    [one] Adelantado { $seconds } segundo respecto al servidor
   *[other] Adelantado { $seconds } segundos respecto al servidor
}
check-fact-clock-behind = { $seconds ->
    [one] Atrasado { $seconds } segundo respecto al servidor
   *[other] Atrasado { $seconds } segundos respecto al servidor
}
check-fact-client = Cliente OAuth: { $client }
check-fact-user = Sesión de { $user }
check-fact-only-a-call = Solo una llamada lo dice con certeza, y no se hizo ninguna.
check-text-title = Ringfor { $version } · { $system } · Probar conexión
check-text-connection = { $connection }, dialecto { $dialect }
settings-sandbox-title = Está en el entorno de pruebas
settings-sandbox-note = Un Genesys Cloud simulado en este equipo. No necesita ID de cliente ni secreto, y no se hacen llamadas reales.
settings-sandbox-connect = Conectar a Genesys Cloud
settings-country = País de los números sin +
settings-country-note = Un número que empieza por + conserva su país.
settings-caller-id = Identificador de llamada
settings-caller-id-note = El número que ve el cliente, si Genesys Cloud lo permite. Si se deja vacío, lo elige Genesys Cloud.
settings-extensions = Extensiones de la organización
settings-extensions-note = Los números de estas longitudes se marcan tal como se escriben. Si no se elige ninguna, Ringfor no marca extensiones.
settings-extensions-digits = { $count ->
    [one] { $count } cifra
   *[other] { $count } cifras
}
settings-extensions-not-here = Esta conexión no puede marcar extensiones: los dialectos de los tutoriales solo aceptan números completos.
settings-links = Enlaces a números
settings-links-switch = Abrir con Ringfor los enlaces a números
settings-links-note = Un clic en uno de estos enlaces rellena su número. No se llama a nadie hasta que se pulsa Llamar.
settings-links-unsupported = En este sistema, el programa solo se puede elegir en los ajustes del propio sistema.
settings-links-list = Qué programa abre cada tipo de enlace
settings-links-ours = Ringfor abre estos enlaces
settings-links-other = { $program } abre estos enlaces
settings-links-nobody = Ningún programa abre estos enlaces
settings-links-chosen-elsewhere = Otro programa aún abre algunos. Elija Ringfor en los ajustes del sistema.
settings-links-open = Abrir los ajustes del sistema
settings-shortcut = Atajo para la selección
settings-shortcut-note = Seleccione un número en cualquier programa y pulse estas teclas: se rellena aquí.
settings-shortcut-none = Sin teclas elegidas
settings-shortcut-record = Elegir teclas
settings-shortcut-recording = Pulse ahora las teclas, por ejemplo Ctrl, Alt y D a la vez. Esc lo deja todo como estaba.
settings-shortcut-clear = Quitar las teclas
settings-shortcut-unsupported = Este sistema no ofrece atajos a los programas. En los ajustes del sistema, asigne este comando a unas teclas:
settings-shortcut-copy = Copiar el comando
settings-window = Ventana
settings-close-to-tray = Mantener Ringfor en la bandeja del sistema al cerrar su ventana
settings-close-to-tray-missing = Este escritorio no muestra ninguna bandeja del sistema, así que cerrar la ventana termina Ringfor.
settings-start-at-login = Iniciar Ringfor en segundo plano al iniciar sesión
settings-start-at-login-unsupported = Ringfor no puede iniciarse solo en este sistema.
settings-notify = Notificaciones
settings-notify-answered = El agente ha contestado
settings-notify-connected = El agente y el cliente están en línea
settings-notify-ended = La llamada terminó sin éxito
settings-desktop-reading = Consultando los ajustes del escritorio…
settings-language = Idioma
settings-language-system = Como el sistema
settings-appearance = Aspecto
settings-appearance-system = Como el sistema
settings-appearance-light = Claro
settings-appearance-dark = Oscuro
settings-contrast = Contraste
settings-contrast-system = Como el sistema
settings-contrast-normal = Normal
settings-contrast-high = Alto
settings-motion = Movimiento
settings-motion-system = Como el sistema
settings-motion-full = Completo
settings-motion-reduced = Reducido
settings-zoom = Tamaño
settings-zoom-note = Sus teclas: { $larger } lo muestra todo más grande, { $smaller } más pequeño y { $usual } en el tamaño normal.
settings-version = Versión
settings-data-dir = Los datos se guardan en
settings-copy-data-dir = Copiar la ruta
settings-about-secret = El secreto de cliente no se guarda ahí: permanece en el llavero de este equipo.
network-note = Cómo se llega a los servidores. Vale para todas las conexiones, desde la próxima solicitud.
network-reading = Leyendo los ajustes de red…
network-proxy = Proxy
network-proxy-system = Como el sistema
network-proxy-direct = Ninguno
network-proxy-explicit = Este
network-proxy-note-system = Lo que digan los ajustes de este equipo.
network-proxy-note-linux = En Linux son solo las variables de entorno, como HTTPS_PROXY y NO_PROXY. El proxy de los ajustes del escritorio no se lee.
network-proxy-note-direct = Se llega a los servidores directamente, diga lo que diga el sistema.
network-proxy-note-explicit = Todo pasa por este proxy, también los avisos de las llamadas.
network-proxy-url = Dirección del proxy
network-proxy-url-note = Por ejemplo, http://proxy.example.com:8080, sin nombre ni contraseña.
network-proxy-user = Nombre en el proxy
network-proxy-user-note = Vacío si el proxy no lo pide.
network-proxy-password = Contraseña en el proxy
network-password-note = Al guardar, pasa al llavero de claves de este equipo y no se vuelve a mostrar.
network-password-elsewhere = Escríbala de nuevo: la contraseña guardada no se envía a otro proxy ni con otro nombre.
network-password-type-again = La contraseña se borró del campo al enviarla. Escríbala de nuevo para guardar.
network-ca-file = Archivo con certificados adicionales
network-ca-file-note = La ruta de un archivo PEM, si la empresa tiene su propia autoridad. Puede soltar el archivo en esta ventana.
network-saved = Guardado y en uso

## Problems
## Each has a title, .cause (why), .fix (what to do) and .who: `you` or `administrator`.

# Numbers

problem-number-empty = No hay ningún número
    .cause = El campo del número está vacío.
    .fix = Escriba o pegue el número al que quiere llamar.
    .who = you
problem-number-unreadable = Aquí no hay ningún número
    .cause = El texto no contiene cifras que puedan leerse como un número de teléfono.
    .fix = Escriba de nuevo el número, con el prefijo de zona.
    .who = you
problem-number-too-short = Demasiado corto
    .cause = Los números de este país ({ $country }) tienen más cifras.
    .fix = Compruebe si faltan cifras y añada el prefijo de zona.
    .who = you
problem-number-too-long = Demasiado largo
    .cause = Los números de este país ({ $country }) tienen menos cifras.
    .fix = Compruebe si sobran cifras o si hay dos números en un mismo campo.
    .who = you
problem-number-wrong-length = Número de cifras incorrecto
    .cause = Este país ({ $country }) tiene números más cortos y más largos, pero ninguno de esta longitud.
    .fix = Compruebe si faltan o sobran cifras.
    .who = you
problem-number-no-country = Ningún país tiene el código +{ $calling_code }
    .cause = Las cifras después de + no empiezan por el código de un país.
    .fix = Compruebe las cifras después de +. Para un número de su propio país, omita +.
    .who = you
problem-number-local-only = Falta el prefijo de zona
    .cause = Un número de esta longitud solo funciona dentro de su zona ({ $country }).
    .fix = Añada el prefijo de zona.
    .who = you
problem-number-foreign-prefix = Empiece este número por +
    .cause = En el país elegido ({ $country }), los números del extranjero no empiezan por { $prefix }, así que no está claro a qué país se refiere.
    .fix = Escriba + y el código del país en lugar de { $prefix }.
    .who = you
problem-number-plus-missing = Empiece este número por + o por su prefijo de zona
    .cause = { $calling_code } es el código de un país ({ $country }), pero un número de dentro del país también puede empezar así.
    .fix = Escriba +{ $calling_code } si ese es el código del país. Si no, empiece por el prefijo de zona tal como se marca dentro del país.
    .who = you
problem-number-emergency = { $number } es un número de emergencias
    .cause = Ringfor no marca nunca números de emergencias: la llamada no saldría del lugar donde usted está.
    .fix = Use su teléfono.
    .who = you
problem-number-short = { $number } es un número corto
    .cause = Los números cortos solo funcionan dentro de una red u organización, y Ringfor no adivina cuál.
    .fix = Escriba el número completo. Si es una extensión de su organización, permita en Ajustes extensiones de esta longitud.
    .who = you
problem-number-service-code = { $number } es un código de servicio
    .cause = Los códigos con * o # son órdenes para un teléfono o su red, no números a los que llamar.
    .fix = Márquelo en el teléfono para el que sirve.
    .who = you
problem-number-not-in-use = Sin uso ({ $country })
    .cause = La longitud es correcta, pero ningún número de este país empieza así.
    .fix = Compruebe las cifras. Llamar pregunta una vez antes de marcar.
    .who = you
problem-several-numbers = Más de un número
    .cause = El texto contiene varios números, y Ringfor no elige entre ellos.
    .fix = Elija el número al que quiere llamar.
    .who = you
problem-number-among-words = Un número entre palabras
    .cause = El texto contiene más que un número, y Ringfor no adivina qué significa el resto.
    .fix = Elija el número si es al que quiere llamar.
    .who = you
problem-number-changed = El número cambió antes de la llamada
    .cause = El número que se iba a marcar ya no es el que se mostró, así que no se envió nada.
    .fix = Compruebe el número que se muestra ahora y pulse Llamar otra vez.
    .who = you

# Agents

problem-agent-missing = Ningún agente elegido
    .cause = Una llamada se realiza en nombre de un agente, cuyo teléfono suena primero.
    .fix = Elija un agente en «Llamar como».
    .who = you
problem-agent-not-found = Nadie tiene el correo { $email }
    .cause = Genesys Cloud no conoce ningún usuario activo con exactamente este correo.
    .fix = Compruebe cómo está escrito. Si es correcto, pregunte a un administrador si el usuario existe y está activo.
    .who = you
problem-agent-mismatch = La búsqueda encontró a otra persona
    .cause = Se preguntó al servidor por { $email } y respondió con otra persona. No se llamó a nadie.
    .fix = Pregunte a un administrador qué dialecto entiende este servidor y elíjalo en Ajustes.
    .who = administrator
problem-agent-inactive = { $agent } no tiene el usuario activo
    .cause = El usuario está inactivo o eliminado en Genesys Cloud, así que no se pueden realizar llamadas en su nombre.
    .fix = Elija otro agente o pida a un administrador que active el usuario.
    .who = administrator
problem-agent-no-station = Sin teléfono: { $agent } no tiene estación
    .cause = Genesys Cloud hace sonar primero el teléfono del agente, y este agente no tiene ninguno seleccionado.
    .fix = Pida al agente que seleccione un teléfono en Genesys Cloud y llame de nuevo.
    .who = you
problem-agent-station-unusable = No se puede llegar al teléfono de { $agent }
    .cause = El agente tiene un teléfono seleccionado, pero Genesys Cloud no puede hacerlo sonar. Puede estar apagado o desconectado.
    .fix = Pida al agente que revise el teléfono o que seleccione otro en Genesys Cloud.
    .who = you
problem-agent-email-needed = Escriba el correo completo
    .cause = Esta conexión solo puede encontrar a un agente por su correo completo.
    .fix = Escríbalo entero, por ejemplo nombre@example.com.
    .who = you

# Signing in

problem-not-connected = Aún sin conexión
    .cause = No se han introducido ni el ID de cliente ni el secreto.
    .fix = Abra Ajustes e introduzca la conexión.
    .who = you
problem-client-unknown = El ID de cliente no se conoce
    .cause = El inicio de sesión de esta región no conoce ningún cliente OAuth con este ID.
    .fix = Compruebe el ID de cliente y la región en Ajustes. Una organización está en una sola región.
    .who = you
problem-secret-wrong = El secreto no es correcto
    .cause = El inicio de sesión conoce el ID de cliente, pero no acepta el secreto.
    .fix = Copie de nuevo el secreto del cliente OAuth en Genesys Cloud y cámbielo en Ajustes.
    .who = you
problem-token-rejected = El inicio de sesión ya no se acepta
    .cause = Genesys Cloud rechazó el token, y también uno nuevo.
    .fix = Pregunte a un administrador si el cliente OAuth sigue activo y en la misma región que esta conexión.
    .who = administrator
problem-address-not-allowed = No se permite desde esta red
    .cause = La organización acepta inicios de sesión solo desde ciertas direcciones de red, y la de este equipo no es una de ellas.
    .fix = Use la red o la VPN de la empresa, o pida a un administrador que permita esta dirección.
    .who = administrator
problem-permission-missing = Falta un permiso
    .cause = El rol del cliente OAuth no permite esto. Falta: { $permissions }.
    .fix = Pida a un administrador que añada el permiso al rol del cliente OAuth.
    .who = administrator
problem-scope-missing = Falta un ámbito
    .cause = El cliente OAuth no puede usar esta parte de Genesys Cloud.
    .fix = Pida a un administrador que añada el ámbito (scope) «conversations» al cliente OAuth.
    .who = administrator
problem-user-needed = Una persona debe iniciar sesión
    .cause = Esta organización no permite que un cliente OAuth llame en nombre de alguien que no ha iniciado sesión.
    .fix = Inicie sesión como la persona que llama: elija ese inicio de sesión para esta conexión en Ajustes. Si este servidor espera otro dialecto, elíjalo en Ajustes.
    .who = you
problem-signed-out = No ha iniciado sesión
    .cause = Nadie ha iniciado sesión en esta conexión, o la sesión ha terminado. No se envió nada.
    .fix = Inicie sesión de nuevo. Las llamadas en curso se siguen de nuevo a partir de entonces.
    .who = you
problem-sign-in-denied = El inicio de sesión fue rechazado
    .cause = En la página de inicio de sesión no se dio permiso a Ringfor.
    .fix = Inicie sesión de nuevo y permita que Ringfor actúe por usted.
    .who = you
problem-sign-in-timed-out = El navegador no volvió
    .cause = El inicio de sesión no se completó en { $minutes } minutos.
    .fix = Inicie sesión de nuevo y complételo en el navegador.
    .who = you
problem-sign-in-cancelled = El inicio de sesión se canceló
    .cause = Se canceló aquí, o se empezó otro.
    .fix = Inicie sesión de nuevo cuando quiera.
    .who = you
problem-sign-in-failed = El inicio de sesión no funcionó
    .cause = Genesys Cloud no pudo realizarlo: { $message }
    .fix = Inténtelo de nuevo. Si vuelve a fallar, pregunte a un administrador si el cliente OAuth permite este inicio de sesión y tiene la dirección de retorno http://localhost.
    .who = administrator
problem-sign-in-opened-twice = El inicio de sesión se abrió dos veces
    .cause = La página del inicio de sesión se abrió por segunda vez, quizá por otro programa u otra persona en este equipo.
    .fix = Inicie sesión de nuevo y abra la página una sola vez.
    .who = you
problem-sign-in-port = El navegador no pudo volver
    .cause = Ringfor no puede escuchar en este equipo (localhost), adonde el navegador lleva la respuesta.
    .fix = Compruebe si un programa de seguridad bloquea las conexiones locales e inténtelo de nuevo.
    .who = you
problem-sign-in-platform-only = Este inicio de sesión no es para este dialecto
    .cause = Iniciar sesión como persona solo funciona con la API publicada.
    .fix = Elija el dialecto «Platform» o el inicio de sesión con id. de cliente y secreto.
    .who = you
problem-sign-in-busy = La sesión está en uso
    .cause = Otro Ringfor renueva la sesión en este momento y no ha terminado.
    .fix = Espere un momento e inténtelo de nuevo. Si continúa, cierre otras ventanas y comandos de Ringfor.
    .who = you
problem-sign-in-too-long = La sesión no se puede guardar
    .cause = Es más larga que los { $limit } bytes que caben en un llavero.
    .fix = Conserve la sesión solo para esta ejecución, o pida a un administrador tokens más cortos.
    .who = administrator
problem-sign-out-unfinished = Sesión cerrada solo en este equipo
    .cause = Aquí se ha olvidado todo, pero no se pudo contactar con Genesys Cloud para terminar la sesión. Allí termina por sí sola.
    .fix = No tiene que hacer nada. Un administrador puede terminarla de inmediato en Genesys Cloud.
    .who = you
problem-browser-missing = El navegador no se abrió
    .cause = No se pudo iniciar ningún navegador web para el inicio de sesión.
    .fix = Elija un navegador predeterminado en este equipo e inicie sesión de nuevo.
    .who = you
problem-agent-fixed = Las llamadas se hacen como { $agent }
    .cause = Con esta conexión se llama como la persona que ha iniciado sesión, y como nadie más.
    .fix = Inicie sesión como la persona que debe llamar, o use una conexión con secreto de cliente.
    .who = you

# Placing a call

problem-number-refused = Genesys Cloud no acepta { $number }
    .cause = El servidor indica que el número o su forma no son correctos. No se hizo ninguna llamada.
    .fix = Compruebe el número. Si es correcto, pregunte a un administrador si se permiten llamadas a ese número.
    .who = you
problem-call-cannot-be-placed = Genesys Cloud no puede realizar esta llamada
    .cause = El servidor no admitió la llamada saliente. A menudo el agente no puede llamar al exterior, o no hay ninguna línea libre. No se hizo ninguna llamada.
    .fix = Inténtelo de nuevo en un momento. Si continúa, pregunte a un administrador por las rutas de salida de este agente.
    .who = administrator
problem-edge-unavailable = No hay ninguna línea telefónica disponible
    .cause = La parte de Genesys Cloud que conecta con la red telefónica no está activa para este agente. No se hizo ninguna llamada.
    .fix = Pida a un administrador que revise el sitio y el Edge del teléfono del agente.
    .who = administrator
problem-dialect-mismatch = El servidor no entiende la petición
    .cause = Espera peticiones de otra forma que las de esta conexión. No se hizo ninguna llamada.
    .fix = Elija otro dialecto en Ajustes. Para Genesys Cloud es Platform.
    .who = you
problem-too-many-requests = Demasiadas peticiones
    .cause = Genesys Cloud limita cuántas peticiones se hacen en un minuto, y se ha alcanzado el límite. No se hizo ninguna llamada.
    .fix = { $seconds ->
        [one] Inténtelo de nuevo en { $seconds } segundo.
       *[other] Inténtelo de nuevo en { $seconds } segundos.
    }
    .who = you
problem-cancelled = Cancelada antes de hacer la llamada
    .cause = Se pulsó Cancelar antes de enviar nada.
    .fix = No hay que hacer nada. Pulse Llamar si aun así quiere llamar.
    .who = you
problem-pressed-too-long-ago = No se llamó: Llamar se pulsó hace demasiado tiempo
    .cause = Algo retuvo la llamada, por ejemplo un equipo en suspensión o un llavero que preguntaba. A estas alturas nadie espera que suene el teléfono, así que no se envió nada.
    .fix = Pulse Llamar otra vez si aún quiere hacer la llamada.
    .who = you
problem-not-found = Ya no está
    .cause = El servidor no conoce lo que se le pidió. Puede que se haya eliminado.
    .fix = Elija de nuevo el agente. Si continúa, compruebe la región en Ajustes.
    .who = you
problem-again-live = { $agent } está en una llamada
    .cause = No ha terminado una llamada a { $number } que se realizó en nombre de { $agent }.
    .fix = Cuelgue, espere a que termine o llame igualmente.
    .who = you
problem-again-unknown = Puede que la última llamada en nombre de { $agent } se hiciera
    .cause = No se sabe si se hizo la llamada a { $number }.
    .fix = Compruebe el teléfono del agente y Genesys Cloud, y luego llame igualmente.
    .who = you
problem-again-same-number = Se llamó a { $number } hace un momento
    .cause = { $seconds ->
        [one] Se pidió una llamada a este número hace { $seconds } segundo, en nombre de { $agent }.
       *[other] Se pidió una llamada a este número hace { $seconds } segundos, en nombre de { $agent }.
    }
    .fix = Compruebe que quiere llamar otra vez a este número, y luego llame igualmente.
    .who = you
problem-refused = El servidor no admitió la llamada
    .cause = Dijo: { $message }
    .fix = Copie los detalles y pregunte a un administrador qué significan. No se hizo ninguna llamada.
    .who = administrator

# Following a call

problem-feed-rejected = Las llamadas de este agente no se avisan en cuanto ocurren
    .cause = Genesys Cloud no permite que este cliente OAuth escuche los avisos de las llamadas del agente.
    .fix = Mientras tanto las llamadas se consultan, lo que muestra los cambios un poco más tarde. Un administrador puede añadir el permiso al rol del cliente OAuth.
    .who = administrator
problem-feed-evicted = Otros ocupan los canales de este cliente OAuth
    .cause = Genesys Cloud mantiene 20 canales de notificación por cliente OAuth. El de Ringfor se retiró dos veces en diez minutos.
    .fix = Hasta que se reinicie Ringfor, las llamadas se consultan, lo que muestra los cambios un poco más tarde. Un administrador puede crear un cliente OAuth propio para Ringfor.
    .who = administrator
problem-feed-interrupted = Los avisos de las llamadas se interrumpieron
    .cause = Terminó la conexión por la que Genesys Cloud avisa de las llamadas.
    .fix = Se vuelve a abrir sola. Mientras tanto las llamadas se consultan, lo que muestra los cambios un poco más tarde.
    .who = you
problem-hang-up-denied = No se puede colgar en nombre de { $agent }
    .cause = El cliente OAuth no puede colgar por el agente, o la llamada continúa sin el agente.
    .fix = En su lugar, puede terminar la llamada para todos los que participan.
    .who = you

# Reaching the server

problem-name-not-resolved = No se encontró { $host }
    .cause = No se pudo localizar el nombre. Puede que este equipo esté sin red o que la dirección esté mal escrita.
    .fix = Compruebe la conexión de red y luego la región o la dirección en Ajustes.
    .who = you
problem-unreachable = No se puede llegar a { $host }
    .cause = No se pudo establecer la conexión. Puede haber un cortafuegos o un proxy de por medio.
    .fix = Compruebe la conexión de red y el proxy en Ajustes, en Red.
    .who = you
problem-certificate-untrusted = No se confía en { $host }
    .cause = El certificado del servidor no lo emitió una autoridad en la que confíe este equipo.
    .fix = Compruebe la dirección en Ajustes. En una red de empresa, pida a un administrador el certificado de la empresa e indique su archivo en Ajustes, en Red.
    .who = administrator
problem-certificate-expired = El certificado de { $host } ha caducado
    .cause = El certificado del servidor ya no es válido, o el reloj de este equipo no va bien.
    .fix = Compruebe la fecha y la hora de este equipo. Si son correctas, avise al administrador del servidor.
    .who = administrator
problem-proxy-unreachable = No se puede llegar al proxy
    .cause = No se pudo establecer ninguna conexión a través de { $host }.
    .fix = Compruebe el proxy en Ajustes, o pregunte a quien lo administra. En Linux, el proxy del sistema es el de las variables de entorno.
    .who = you
problem-proxy-sign-in = El proxy pide iniciar sesión
    .cause = { $host } pide un nombre y una contraseña, u otros distintos de los de Ajustes.
    .fix = Introduzca en Ajustes el nombre y la contraseña del proxy.
    .who = you
problem-proxy-invalid = La dirección del proxy no se puede usar
    .cause = No es una dirección como http://proxy.example.com:8080, o contiene algo más, por ejemplo una contraseña.
    .fix = Escriba ahí solo la dirección. El nombre y la contraseña tienen sus propios campos.
    .who = you
problem-proxy-sign-in-invalid = No se puede enviar este inicio de sesión a un proxy
    .cause = Hay una contraseña sin nombre, o dos puntos en el nombre.
    .fix = Corrija el nombre y la contraseña del proxy.
    .who = you
problem-ca-file-unreadable = No se puede leer el archivo de certificados
    .cause = No está ahí, o Ringfor no puede leerlo: { $path }
    .fix = Vuelva a poner el archivo, elija otro en Ajustes o no elija ninguno. Hasta entonces no se llega a ningún servidor.
    .who = you
problem-ca-file-invalid = Este archivo no contiene ningún certificado utilizable
    .cause = No es un archivo PEM con certificados: { $path }
    .fix = Pida a su administrador el certificado de su empresa como archivo PEM.
    .who = you
problem-clock-off = El reloj de este equipo no va bien
    .cause = Se aparta { $seconds } segundos del reloj del servidor. Puede que no se encuentren llamadas de resultado desconocido.
    .fix = Ponga en hora el reloj de este equipo, mejor por la red.
    .who = you
problem-agent-on-call = { $agent } está en una llamada
    .cause = Ahora no se podría hacer una llamada para este agente.
    .fix = Espere a que termine esa llamada.
    .who = you
problem-answer-timeout = Sin respuesta de { $host }
    .cause = { $step ->
        [token] El inicio de sesión no respondió en { $seconds } segundos. No se hizo ninguna llamada.
        [look_up] La búsqueda del agente tardó más de { $seconds } segundos. No se hizo ninguna llamada.
        [read_call] No se pudo consultar el estado de la llamada en { $seconds } segundos.
        [hang_up] No se pudo colgar la llamada en { $seconds } segundos.
        [socket] Los cambios de las llamadas no se avisan en { $seconds } segundos.
       *[place_call] No llegó nada en { $seconds } segundos. Puede que la llamada se haya hecho.
    }
    .fix = { $step ->
        [token] Compruebe la conexión de red e inténtelo de nuevo.
        [look_up] Compruebe la conexión de red e inténtelo de nuevo.
        [read_call] Mire en el teléfono del agente cómo sigue la llamada.
        [hang_up] Inténtelo de nuevo o cuelgue en el teléfono del agente.
        [socket] No hay que hacer nada. Mientras tanto se consultan las llamadas, y se vuelve a intentar.
       *[place_call] Compruebe el teléfono del agente y Genesys Cloud antes de llamar otra vez.
    }
    .who = you
problem-connection-lost = La conexión se cortó antes de la respuesta
    .cause = { $step ->
        [token] El inicio de sesión en { $host } se cortó. No se hizo ninguna llamada.
        [look_up] La búsqueda del agente en { $host } se cortó. No se hizo ninguna llamada.
        [read_call] No se pudo consultar el estado de la llamada en { $host }.
        [hang_up] No se pudo colgar la llamada: no llegó nada de { $host }.
        [socket] Los cambios de las llamadas no se avisan: { $host } cortó la conexión.
       *[place_call] La llamada se envió a { $host }, pero no llegó ninguna respuesta. Puede que se haya hecho.
    }
    .fix = { $step ->
        [token] Compruebe la conexión de red e inténtelo de nuevo.
        [look_up] Compruebe la conexión de red e inténtelo de nuevo.
        [read_call] Mire en el teléfono del agente cómo sigue la llamada.
        [hang_up] Inténtelo de nuevo o cuelgue en el teléfono del agente.
        [socket] No hay que hacer nada. Mientras tanto se consultan las llamadas, y se vuelve a intentar.
       *[place_call] Compruebe el teléfono del agente y Genesys Cloud antes de llamar otra vez.
    }
    .who = you
problem-server-error = El servidor tuvo un error
    .cause = { $step ->
        [token] El inicio de sesión respondió con el estado { $status }. No se hizo ninguna llamada.
        [look_up] A la búsqueda del agente se respondió con el estado { $status }. No se hizo ninguna llamada.
        [read_call] No se pudo consultar el estado de la llamada: estado { $status }.
        [hang_up] No se pudo colgar la llamada: estado { $status }.
        [socket] Los cambios de las llamadas no se avisan: estado { $status }.
       *[place_call] Respondió con el estado { $status }. No es seguro si la llamada se hizo.
    }
    .fix = { $step ->
        [token] Inténtelo de nuevo en un momento. Si continúa, avise a un administrador.
        [look_up] Inténtelo de nuevo en un momento. Si continúa, avise a un administrador.
        [read_call] Mire en el teléfono del agente cómo sigue la llamada.
        [hang_up] Inténtelo de nuevo o cuelgue en el teléfono del agente.
        [socket] No hay que hacer nada. Mientras tanto se consultan las llamadas, y se vuelve a intentar.
       *[place_call] Compruebe el teléfono del agente y Genesys Cloud antes de llamar otra vez. Si continúa, avise a un administrador.
    }
    .who = administrator
problem-redirected = El servidor envió la petición a otro lugar
    .cause = Ringfor no sigue estas respuestas, porque una llamada podría hacerse dos veces.
    .fix = Compruebe la región o las direcciones en Ajustes, y si un proxy pide iniciar sesión.
    .who = you
problem-answer-unreadable = La respuesta no se pudo leer
    .cause = El servidor respondió con algo que no es lo que envía Genesys Cloud. Puede que llegara en su lugar una página de un proxy.
    .fix = { $step ->
        [token] Compruebe la región o las direcciones y el dialecto en Ajustes, y si un proxy pide iniciar sesión.
        [look_up] Compruebe la región o las direcciones en Ajustes, y si un proxy pide iniciar sesión.
        [read_call] Mire en el teléfono del agente cómo sigue la llamada.
        [hang_up] Inténtelo de nuevo o cuelgue en el teléfono del agente.
        [socket] No hay que hacer nada. Mientras tanto se consultan las llamadas, y se vuelve a intentar.
       *[place_call] Compruebe el teléfono del agente antes de llamar otra vez. Luego compruebe las direcciones en Ajustes.
    }
    .who = you
problem-call-unreadable = No se puede seguir una llamada
    .cause = Genesys Cloud aceptó la llamada, pero no informa de cómo sigue. La llamada en sí no se ve afectada.
    .fix = Busque la llamada en Genesys Cloud. Pregunte a un administrador si el rol del cliente OAuth puede ver llamadas.
    .who = administrator
problem-process-ended = Ringfor terminó antes de que llegara la respuesta
    .cause = Se cerró o se detuvo entre el envío de la llamada y la respuesta. Puede que la llamada se haya hecho.
    .fix = Compruebe el teléfono del agente y Genesys Cloud antes de llamar otra vez.
    .who = you

# Keyring

problem-keyring-missing = Este equipo no tiene llavero
    .cause = El secreto se guarda solo en el llavero de claves del sistema, y no hay ninguno en marcha.
    .fix = Inicie un llavero como GNOME Keyring o KWallet, o mantenga el secreto solo esta vez.
    .who = you
problem-keyring-locked = El llavero está bloqueado
    .cause = El llavero de claves del sistema no permitió el acceso.
    .fix = Desbloquee el llavero e inténtelo de nuevo, o mantenga el secreto solo esta vez.
    .who = you
problem-keyring-timeout = El llavero no responde
    .cause = No llegó nada en { $seconds } segundos. Puede que espere su contraseña en una ventana propia.
    .fix = Busque una ventana que pida una contraseña, respóndala e inténtelo de nuevo. También puede mantener el secreto solo esta vez.
    .who = you
problem-keyring-failed = El llavero falló
    .cause = El llavero de claves del sistema no pudo hacer lo que se le pidió.
    .fix = Inténtelo de nuevo. Si continúa, cierre la sesión de este equipo y vuelva a iniciarla, o mantenga el secreto solo esta vez.
    .who = you
problem-secret-missing = El secreto no está en el llavero
    .cause = El llavero no contiene ningún secreto para esta conexión. Puede que se haya quitado o que no se guardara nunca.
    .fix = Abra Ajustes e introduzca el secreto de cliente.
    .who = you
problem-secret-too-long = El secreto es demasiado largo
    .cause = El llavero admite hasta { $limit } bytes.
    .fix = Compruebe que solo se haya pegado el secreto.
    .who = you

# Connections

problem-url-invalid = «{ $field }» no se puede usar
    .cause = No es una dirección web completa.
    .fix = Escríbala como https://api.mypurecloud.com, sin nada detrás.
    .who = you
problem-url-insecure = «{ $field }» debe empezar por https
    .cause = Con http el secreto quedaría a la vista en la red, así que solo se permite hacia este equipo.
    .fix = Cambie http por https.
    .who = you
problem-region-missing = Ninguna región elegida
    .cause = Ringfor necesita saber dónde está la organización.
    .fix = Elija la región o sus propias direcciones.
    .who = you
problem-client-id-missing = El ID de cliente está vacío
    .cause = El inicio de sesión necesita el ID de un cliente OAuth.
    .fix = Copie el ID de cliente en Genesys Cloud y péguelo aquí.
    .who = you
problem-secret-empty = El secreto está vacío
    .cause = El inicio de sesión necesita el secreto que corresponde al ID de cliente.
    .fix = Copie el secreto en Genesys Cloud y péguelo aquí.
    .who = you
problem-profile-name-taken = El nombre «{ $name }» ya está en uso
    .cause = Otra conexión se llama así. Da igual si se escribe con mayúsculas o minúsculas.
    .fix = Elija otro nombre.
    .who = you
problem-profile-name-too-long = El nombre es demasiado largo
    .cause = El nombre de una conexión tiene como máximo { $limit } caracteres.
    .fix = Elija un nombre más corto.
    .who = you
problem-secret-left = El secreto de «{ $name }» sigue en el llavero
    .cause = La conexión en sí se ha cambiado o quitado, pero no se pudo acceder al llavero.
    .fix = Desbloquee el llavero. Ringfor quita el secreto de una conexión quitada en cuanto puede; también puede quitarlo con el programa del llavero.
    .who = you
problem-caller-id-invalid = No se puede enviar este número de llamante
    .cause = Un número de llamante tiene como máximo { $limit } caracteres, en una línea.
    .fix = Escriba el número que debe verse, o déjelo vacío.
    .who = you
problem-caller-name-invalid = No se puede enviar este nombre de llamante
    .cause = Un nombre de llamante tiene como máximo { $limit } caracteres, en una línea.
    .fix = Escriba el nombre que debe verse, o déjelo vacío.
    .who = you
problem-profile-missing = La conexión ya no existe
    .cause = Se quitó mientras estaba en pantalla.
    .fix = Abra Ajustes e introduzca de nuevo la conexión.
    .who = you
problem-import-unreadable = No se puede leer el archivo
    .cause = Ringfor no puede leerlo, o no es un archivo: { $path }
    .fix = Compruebe que el archivo está ahí y que puede leerlo, e inténtelo de nuevo.
    .who = you
problem-import-too-large = El archivo es demasiado grande
    .cause = Un archivo con un ID de cliente y un secreto tiene como máximo { $limit } KB: { $path }
    .fix = Elija el archivo .env del script.
    .who = you
problem-import-no-env = Este archivo no contiene ninguna conexión
    .cause = No tiene ninguna de las claves CLIENT_ID, CLIENT_SECRET y REGION, o no es un archivo de texto: { $path }
    .fix = Elija el archivo .env del script, guardado como UTF-8.
    .who = you
problem-import-key-missing = Falta { $key } en el archivo
    .cause = Sin ello no hay conexión: { $path }
    .fix = Añada al archivo una línea con { $key }, o introduzca la conexión en Ajustes.
    .who = you
problem-import-region-unknown = No se conoce la región del archivo
    .cause = Lo que pone en { $key } no es una región de Genesys Cloud: { $path }
    .fix = Escriba ahí una región como mypurecloud.ie o eu-west-1. Si usa direcciones propias, introduzca la conexión en Ajustes.
    .who = you
problem-sandbox-failed = El entorno de pruebas no pudo iniciarse
    .cause = El Genesys Cloud simulado no pudo abrirse en este equipo.
    .fix = Inténtelo de nuevo. Si continúa, reinicie Ringfor.
    .who = you

# Data on this computer

problem-link-unreadable = Eso no era un enlace a un número
    .cause = Lo que abrió Ringfor no contiene ningún número. Los enlaces a números empiezan por tel:, callto: o sip:.
    .fix = Copie el número y péguelo aquí.
    .who = you
problem-link-too-long = Ese enlace es demasiado largo
    .cause = Un enlace a un número tiene como máximo { $limit } caracteres.
    .fix = Copie el número y péguelo aquí.
    .who = you
problem-links-unsupported = Los enlaces no se pueden cambiar aquí
    .cause = En este sistema, lo que abre los enlaces solo se elige en los ajustes del propio sistema.
    .fix = Abra los ajustes del sistema y elija Ringfor allí.
    .who = you
problem-links-failed = No se pudo cambiar lo que abre los enlaces
    .cause = No se pudo escribir en { $path }.
    .fix = Compruebe que se pueda escribir en ese lugar e inténtelo de nuevo.
    .who = you
problem-link-settings-missing = No se encontraron los ajustes del sistema
    .cause = No hay instalado ningún programa para elegir las aplicaciones predeterminadas, o ninguno que Ringfor conozca.
    .fix = Abra los ajustes de este sistema y busque las aplicaciones predeterminadas.
    .who = you
problem-selection-empty = No hay nada seleccionado
    .cause = No hay ningún texto seleccionado ni copiado.
    .fix = Seleccione el número y pulse el atajo otra vez.
    .who = you
problem-selection-silent = El otro programa no respondió
    .cause = Hay texto seleccionado, pero el programa que lo contiene no lo entregó.
    .fix = Copie el número allí y péguelo aquí, o inténtelo de nuevo en un momento.
    .who = you
problem-selection-too-long = Se seleccionó demasiado
    .cause = Un número con algunas palabras alrededor tiene como máximo { $limit } caracteres.
    .fix = Seleccione solo el número.
    .who = you
problem-selection-no-number = El texto seleccionado no contiene ningún número
    .cause = Un número tiene al menos tres cifras.
    .fix = Seleccione el número y pulse el atajo otra vez.
    .who = you
problem-shortcut-unreadable = Estas teclas no pueden ser un atajo
    .cause = Un atajo es una tecla junto con Ctrl, Alt, Mayús o la tecla propia del sistema.
    .fix = Elija otras teclas.
    .who = you
problem-shortcut-modifier-missing = { $keys } se necesita para escribir
    .cause = Sin Ctrl, Alt o la tecla propia del sistema, estas teclas ya no se podrían escribir.
    .fix = Elija teclas con una de ellas.
    .who = you
problem-shortcut-reserved = { $keys } ya tiene un significado
    .cause = Los programas, o el propio sistema, usan estas teclas en todas partes.
    .fix = Elija otras teclas, por ejemplo Ctrl+Alt+D.
    .who = you
problem-shortcut-taken = { $keys } está en uso en otro programa
    .cause = Solo un programa puede tener un atajo.
    .fix = Elija otras teclas o libere estas en el otro programa.
    .who = you
problem-shortcut-unsupported = Los atajos funcionan aquí de otra forma
    .cause = Este sistema no permite que un programa escuche teclas en todas partes.
    .fix = En los ajustes del sistema, asigne a unas teclas el comando que se muestra en Ajustes.
    .who = you
problem-start-at-login-failed = No se pudo cambiar el inicio al iniciar sesión
    .cause = No se pudo escribir en { $path }.
    .fix = Compruebe que se pueda escribir en ese lugar e inténtelo de nuevo.
    .who = you
problem-drop-several = Demasiados archivos a la vez
    .cause = Se soltó más de un archivo en la ventana.
    .fix = Suelte un solo archivo.
    .who = you
problem-drop-not-a-file = Eso no era un archivo
    .cause = Ringfor acepta el archivo .env de un tutorial o un archivo con certificados, y nada más.
    .fix = Suelte el archivo mismo, desde una carpeta de este equipo.
    .who = you
problem-log-unwritable = No se pudo guardar el registro, así que no se hizo ninguna llamada
    .cause = Ringfor registra cada intento antes de enviar nada, y no se puede escribir en el archivo del historial.
    .fix = Compruebe que el disco tenga espacio y se pueda escribir en él, y llame de nuevo.
    .who = you
problem-outcome-unwritten = El resultado aún no se pudo guardar
    .cause = Lo que se muestra aquí es correcto, pero ahora no se puede escribir en el archivo del historial. Puede que el disco esté lleno.
    .fix = Libere espacio en el disco y mantenga Ringfor abierto: lo intenta de nuevo por sí mismo.
    .who = you
problem-disk-full = El disco está lleno
    .cause = No queda espacio para registrar un intento, y sin registro no se envía nada.
    .fix = Libere espacio en el disco e inténtelo de nuevo.
    .who = you
problem-database-damaged = El archivo del historial está dañado
    .cause = { $path } no se puede leer como base de datos de Ringfor. Se dejó exactamente como está.
    .fix = Restaure el archivo desde una copia de seguridad, o muévalo a otro lugar para que Ringfor empiece uno nuevo.
    .who = you
problem-database-newer = Estos datos son de un Ringfor más nuevo
    .cause = { $path } se escribió con una versión más nueva y no se ha tocado.
    .fix = Instale de nuevo el Ringfor más nuevo.
    .who = you
problem-data-dir-unwritable = No se pueden guardar los datos
    .cause = No se puede escribir en { $path }. Sin un registro de cada intento, Ringfor no realiza llamadas.
    .fix = Permita escribir en este directorio, o elija otro con RINGFOR_DATA_DIR.
    .who = you
problem-data-dir-in-use = Ringfor ya está abierto
    .cause = Otro Ringfor usa los datos que hay en { $path }.
    .fix = Use la ventana que ya está abierta, o ciérrela e inténtelo de nuevo.
    .who = you

problem-data-dir-network = Los datos no se pueden guardar en un recurso de red
    .cause = { $path } está en un recurso de red, donde el registro de llamadas no está seguro.
    .fix = Elija un directorio de este equipo con RINGFOR_DATA_DIR.
    .who = you
problem-preferences-set-aside = Las preferencias se apartaron
    .cause = El archivo de preferencias no se pudo leer. Se conservó como { $path }, y Ringfor se inició con sus preferencias habituales.
    .fix = Elija de nuevo el aspecto en Ajustes. Las conexiones y el historial no se ven afectados.
    .who = you
problem-call-pending = Ya se está realizando una llamada en nombre de { $agent }
    .cause = Aún no se sabe qué será de una llamada a { $number }. Un agente tiene una sola llamada a la vez.
    .fix = Espere a que se sepa y llame después.
    .who = you
problem-country-unknown = Ningún país tiene el código { $country }
    .cause = Los números sin + se leen con un país, indicado por sus dos letras.
    .fix = Use un código como US o DE.
    .who = you
problem-line-unreadable = Esta línea no se puede leer
    .cause = Una línea es un país, un tabulador y el número, en UTF-8 y de 4096 bytes como máximo.
    .fix = Corrija la línea.
    .who = you
problem-attempt-ambiguous = Hay más de un intento que coincide
    .cause = Las letras y cifras indicadas corresponden a varios intentos.
    .fix = Indique más del identificador del intento; está en el historial.
    .who = you
problem-attempt-missing = Este intento no está en el historial
    .cause = No está, o ya no está, en el registro de este equipo.
    .fix = Búsquelo en el historial.
    .who = you
problem-note-too-long = La nota es demasiado larga
    .cause = Una nota tiene como máximo { $limit } caracteres.
    .fix = Acórtela y guárdela de nuevo.
    .who = you
problem-contact-name-missing = El contacto no tiene nombre
    .cause = El nombre está vacío.
    .fix = Escriba un nombre.
    .who = you
problem-contact-number-missing = El contacto no tiene ningún número
    .cause = Un contacto tiene al menos un número.
    .fix = Añada un número.
    .who = you
problem-contact-too-long = Demasiado para un solo contacto
    .cause = Un contacto tiene como máximo { $numbers } números; un nombre o una etiqueta tiene como máximo { $limit } caracteres.
    .fix = Acórtelo o cree dos contactos.
    .who = you
problem-contact-missing = Este contacto ya no existe
    .cause = Se quitó entretanto.
    .fix = Añádalo de nuevo si aún lo necesita.
    .who = you
problem-internal = Algo falló dentro de Ringfor
    .cause = Es un defecto del programa, no algo que usted haya hecho.
    .fix = Copie los detalles y comuníquelos. Revise el historial antes de llamar otra vez.
    .who = you
