# Every text a person can read in Ringfor, in Japanese.
# です・ます体 in sentences, nouns on buttons and labels, full-width punctuation, quotes as 「…」,
# no spaces around parameters or between Japanese and Latin words.
#
# One word for one thing:
#   agent = エージェント · call = 発信 (the press and the request), 通話 (what comes of it) · customer = 顧客
#   number = 番号 · attempt = 発信 (one press of it), 発信ID for its id · outcome = 結果:
#   pending = 発信中, placed = 発信済み, refused = 未発信 (「拒否」 would mean that the customer declined), unknown = 不明
#   problem = 問題 · connection = 接続 · sandbox = サンドボックス · dialect = リクエスト形式
#   keyring = キーリング (OSの資格情報の保管先 where it is explained) · secret = シークレット
#   client id = クライアントID · OAuth client = OAuthクライアント · token = トークン · scope = スコープ
#   station = ステーション · phone = 電話機 · queue = キュー · extension = 内線番号 · caller id = 発信者番号
#   hang up = 切断 · dial = ダイヤル · ring = 呼び出し · answer = 応答 · sign-in = サインイン
#   settings = 設定 · shortcut = ショートカット · tray = トレイ · link = リンク · computer = コンピューター
#   history = 履歴 · contact = 連絡先 · note = メモ · row = 行 · e-mail = メールアドレス · administrator = 管理者

## The product

app-name = Ringfor
app-tagline = エージェントに代わってGenesys Cloudの電話をかけます。
app-opening = Ringforを開いています…

## Words that several places share

action-cancel = キャンセル
action-close = 閉じる
action-copied = コピーしました
action-copy-failed = コピーできませんでした
action-dismiss = 閉じる
action-try-again = 再試行
action-back = 戻る
action-open-settings = 設定を開く
word-none = なし
# Two whole sentences, one after the other.
two-sentences = { $first }{ $second }
# A title without a full stop, and a whole sentence.
title-and-sentence = { $title }。{ $sentence }
keys-ctrl = Ctrl+{ $key }
# How the keys are called on a keyboard of this language.
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-super = Super
key-enter = Enter

## Header

header-settings = 設定
header-no-connection = 未接続
header-connection = { $name } · { $region }
header-sandbox = サンドボックス
header-sandbox-note = 実際の発信は行われません
notices-label = お知らせ
feed-socket = リアルタイム
feed-socket-note = 通話の変化は、起きるたびにGenesys Cloudから通知されます。
feed-poll = 定期取得
feed-poll-note = 通話の状態を繰り返し取得しているため、変化の表示が少し遅れることがあります。
feed-why = { $feed } · { $problem }
feed-why-long = { $problem }。{ $cause }{ $fix }
state-signed-out = サインアウト済み
state-signed-out-note = この接続のクライアントシークレットが保存されていないため、エージェントの検索と発信ができません。履歴は引き続き表示できます。
state-offline = このコンピューターはオフラインのようです
state-offline-note = 発信にはネットワークが必要です。その間も、履歴と以前に表示したエージェントは見ることができます。
palette-title = 名前で操作を実行
palette-placeholder = 番号、名前、または操作
palette-foot = Enterで実行します。番号は入力されるだけで、発信は自分で押します。
palette-open = 名前で操作を実行（{ $keys }）
palette-group-numbers = 番号
palette-group-agents = エージェント
palette-group-contacts = 連絡先
palette-group-actions = 操作
palette-call = 番号に発信
palette-agent = エージェントを切り替え
palette-call-as = { $agent }として発信
palette-dial = { $number }をダイヤル
palette-redial = 最後の番号にリダイヤル
palette-redial-note = { $number } · { $agent }
palette-search = 履歴を検索
palette-search-for = 履歴で「{ $text }」を検索
palette-contacts = 連絡先を表示
palette-settings = 設定：{ $tab }
palette-appearance = 外観：{ $choice }
palette-language = 言語：{ $language }
palette-larger = 全体を大きく表示
palette-smaller = 全体を小さく表示
keys-title = キーボード
keys-everywhere = 共通
keys-palette = 名前で操作を実行
keys-help = このキー一覧を表示
keys-escape = 開いているものを閉じる
keys-zoom = 拡大、縮小、標準サイズ
keys-call = 発信
keys-clear = 欄を空にする
keys-candidates = テキスト内の番号へ移動
keys-walk-agents = エージェント間を移動
keys-take = エージェントを選択
keys-favourite = お気に入りに追加
keys-walk = 行を移動
keys-open = 行を開く、閉じる
keys-redial = 再発信のために入力
keys-copy = 番号をコピー
keys-note = メモを書く

## Before there is a window (printed on the terminal by Rust)

startup-already-open = Ringforはすでに開いています。
startup-no-window = Ringforのウィンドウを開けませんでした。デスクトップセッションから起動してください。

## The command line

cli-secret-prompt = クライアントシークレット:
cli-call-goes-on = 通話は続いています。終了するには: ringfor hangup { $attempt }
cli-sandbox-use = --profile「{ $profile }」で使えます。常に使うには: ringfor profile use「{ $profile }」。Ctrl-Cで終了します。
cli-sign-in-page = このコンピューターで次のページを開いてサインインしてください:
cli-import-done = シークレットはキーリングに保存されました。{ $path }は削除できます。
cli-sign-in-waits = サインインの更新を待っています…
cli-not-written = 次の内容を履歴に書き込めませんでした。控えておいてください:
cli-do-instead = コマンドラインでは: { $command }

## What the browser shows at the end of a sign-in (written by Rust)

sign-in-page-done = Ringforに戻ってください
    .body = ブラウザーでの操作は終わりました。このページを閉じて、Ringforに戻ってください。
sign-in-page-refused = サインインしていません
    .body = サインインが拒否されました。このページを閉じて、Ringforに戻ってください。
sign-in-page-other = ここですることはありません
    .body = このページは、Ringforで待っているサインインのためのものです。閉じて、Ringforに戻ってください。

## The tray and the notifications of the desktop (written by Rust)

tray-show = Ringforを表示
tray-agent = { $agent }として発信
tray-quit = Ringforを終了
notification-answered = { $agent }が応答しました
    .body = Genesys Cloudが{ $number }をダイヤルしています。
notification-connected = { $agent }がつながりました
    .body = { $number }との通話中です。
notification-ended = 通話できませんでした
    .body = { $agent }、{ $number }：{ $reason }

## First run

onboarding-title = エージェントに代わって発信
onboarding-intro = エージェントを選び、番号を入力して「発信」を押します。Genesys Cloudはまずエージェントの電話機を呼び出し、次に顧客に発信します。
onboarding-connect = Genesys Cloudに接続
onboarding-connect-note = 組織のOAuthクライアントを使って、すべてのエージェントのため、または自分として発信します。
onboarding-sandbox = サンドボックスで試す
onboarding-sandbox-note = このコンピューター上の模擬Genesys Cloudと架空のチームです。実際の発信は行われません。
onboarding-starting-sandbox = サンドボックスを起動しています…
onboarding-drop = チュートリアルの.envファイルがあれば、このウィンドウにドロップしてください。
onboarding-network = ネットワークの設定
drop-title = ここにドロップ
drop-note = チュートリアルの.envファイルは接続になり、シークレットはキーリングに入ります。証明書のファイルはネットワークの設定に入ります。発信は行いません。
drop-taking = ファイルを取り込んでいます…
imported-title = ファイルから接続{ $name }を作りました
imported-secret = シークレットはこのコンピューターのキーリングに入りました。
imported-secret-this-run = シークレットはRingforを閉じるまでメモリに保持されます。
imported-agent = エージェントに{ $agent }を選びました。
imported-agent-missing = { $email }はエージェントに選ばれませんでした：{ $problem }
imported-number = { $number }を入力しました。「発信」は自分で押してください。
imported-delete = Ringforではこのファイルはもう不要です。シークレットが残っているため、削除してください：
onboarding-form-title = Genesys Cloudに接続
onboarding-form-intro = OAuthクライアントは、管理者がGenesys CloudのAdmin、Integrations、OAuthで作成します。発信する側には、ユーザーの表示と発信の権限が必要です。

## Full-screen problem

failed-title = Ringforを開けませんでした
failed-retrying = 再試行しています…

## Dial card: the agent

agent-label = 発信するエージェント
agent-placeholder = 名前またはメールアドレス
agent-placeholder-email = メールアドレス全体
agent-list = エージェント
agent-recent = 最近使用
agent-favourites = お気に入り
agent-seen = 以前に表示
agent-found = 検索結果
agent-searching = 検索しています…
agent-only-known = { $problem }。このコンピューターに保存されているエージェントを表示しています。
agent-keys = { $keys }でエージェントをお気に入りに追加します。
agent-mark = お気に入りに追加
agent-unmark = お気に入りから外す
agent-is-favourite = お気に入り
agent-as-of = { $time }時点
agent-hint-type = 名前またはメールアドレスの最初の数文字を入力してください。
agent-hint-email = この接続では、メールアドレス全体でエージェントを検索します。すべて入力してからEnterを押してください。
agent-none-found = 「{ $query }」に一致するエージェントはいません。
agent-count = エージェント{ $count }人
agent-not-chosen = エージェントが選ばれていません
agent-refresh = 状態を再取得
agent-station = 電話機：{ $station }
agent-no-station = 電話機が未選択
agent-on-call = 通話中
agent-inactive = 無効
agent-readiness-unknown = 状態を取得できません
agent-presence-routing = { $presence }、{ $routing }
advice-inactive = Genesys Cloudで有効になっていないため、発信できません。
    .fix = 別のエージェントを選ぶか、有効にするよう管理者に依頼してください。
advice-no-station = 電話機が選択されていないため、呼び出せません。
    .fix = Genesys Cloudで電話機を選択するよう、{ $agent }に依頼してください。
advice-on-call = 現在通話中です。
    .fix = 通話が終わるまで待つか、別のエージェントを選んでください。
advice-auto-answer = 電話機が自動で応答しますが、誰もいないようです。電話口に誰もいないまま、顧客に発信されることになります。
    .fix = { $agent }が電話に出られることを確認してください。
advice-away = 離席中のため、応答しないことがあります。
    .fix = 先に{ $agent }に確認するか、別のエージェントを選んでください。
advice-offline = Genesys Cloudからサインアウトしているため、応答しないことがあります。
    .fix = { $agent }にサインインを依頼するか、別のエージェントを選んでください。
advice-webrtc-phone = 電話機はWebページで、開いている間だけ呼び出せます。
    .fix = { $agent }がGenesys Cloudを開いていることを確認してください。
presence-available = 対応可能
presence-away = 離席中
presence-break = 休憩中
presence-busy = 取り込み中
presence-idle = アイドル
presence-meal = 食事中
presence-meeting = 会議中
presence-offline = オフライン
presence-on-queue = オンキュー
presence-training = トレーニング中
routing-communicating = 通話中
routing-idle = 待機中
routing-interacting = インタラクション対応中
routing-not-responding = 応答なし
routing-off-queue = オフキュー

## Dial card: the number

dial-title = 電話をかける
number-label = 番号
number-placeholder = 番号を入力または貼り付け
number-country = +のない番号の国
number-hint = (415) 555-2671など、形式は自由です。
number-will-dial = ダイヤルする番号
number-extension = 内線番号{ $extension }は表示されますが、ダイヤルされません。
number-own-extension = 組織の内線番号
options-label = 発信元
options-from-agent = エージェント
options-from-queue = キュー{ $queue }
options-shows = 表示：{ $caller }
options-shows-both = 表示：{ $name }、{ $number }
options-shows-usual = 通常の発信者番号
options-once = この通話のみ
options-reading = 読み込み中…
options-queue = 発信元のキュー
options-queue-none = キューなし
options-queues-reading = { $agent }のキューを読み込んでいます…
options-queues-none = { $agent }はどのキューにも入っていません。
options-wrap-up-note = キューからの通話の後は、エージェントがGenesys Cloudで後処理を行う必要がある場合があります。
options-caller-id = 表示する番号
options-caller-name = 表示する名前
options-caller-note = Genesys Cloudで許可されている場合に、顧客に表示されます。空にすると、Genesys Cloudが選びます。
options-caller-number = { $number }を表示します
options-caller-as-typed = Ringforが認識できる番号ではありません。入力どおりに送られ、Genesys Cloudに拒否される場合があります。
options-keep = { $agent }用に保存する
options-once-note = 次の通話だけに使われます。
options-usual = 接続の設定に戻す
number-local-time = 現地時刻{ $time }
number-local-times = 現地時刻{ $from }～{ $to }
number-night = · 夜間
number-night-partly = · 一部で夜間
number-via-link = リンクから入力されました。
number-via-shortcut = ショートカットで入力されました。
number-candidates = このテキスト内の番号
offer-earlier = 前の内容：{ $text }
offer-earlier-list = この欄に前にあった内容
offer-forget = これらを消去
dial-call = 発信
dial-calling = 発信しています…
dial-confirm-title = それでもこの番号に発信しますか？
dial-confirm-yes = それでも発信
dial-confirm-no = 発信しない
dial-needs-agent = 先にエージェントを選んでください。
dial-needs-number = 先に番号を入力してください。

## Live call

live-title = 進行中の通話
live-latest-title = 最後の通話
live-others = その他の進行中の通話
live-for = エージェント：{ $agent }
live-elapsed = 「発信」を押してからの時間：{ $time }
live-pending = Genesys Cloudに発信を依頼しています…
live-waiting = Genesys Cloudから待つよう求められました。{ $seconds }秒後に再試行します。
live-talking = 通話時間{ $time }
live-cancelling = キャンセルしています…
hang-up = 切断
hang-up-busy = 切断しています…
hang-up-all-title = 参加者全員の通話を終了しますか？
hang-up-all-yes = 全員の通話を終了
hang-up-all-no = 終了しない
step-requested = 受付
step-ringing-agent = エージェント呼び出し
step-dialing = ダイヤル
step-connected = 接続
step-list = 通話の段階
step-done = { $step }、完了
step-now = { $step }、現在
step-later = { $step }、まだ
state-requested = Genesys Cloudが発信を受け付けました。
state-ringing-agent = エージェントの電話機を呼び出しています。
state-dialing = エージェントが応答しました。顧客にダイヤルしています。
state-connected = エージェントと顧客が通話しています。
state-ended = 通話は終了しました。
wrap-up = キューからの通話でした。{ $agent }はGenesys Cloudで後処理が必要な場合があります。
wrap-up-queue = キュー{ $queue }からの通話でした。{ $agent }はGenesys Cloudで後処理が必要な場合があります。

## What is looked up after an unknown outcome

settling-searching = Genesys Cloudで通話を探しています。
settling-searching-until = Genesys Cloudで通話を探しています（最長{ $until }まで）。
settling-found = 通話は後からGenesys Cloudで見つかりました。
settling-found-probably = おそらく後からGenesys Cloudで見つかりました。その時刻にこのエージェントからこの番号への通話は、これだけです。
settling-not-found = Genesys Cloudで探しましたが、見つかりませんでした。
settling-not-found-until = Genesys Cloudで{ $until }まで探しましたが、見つかりませんでした。
settling-ambiguous = この通話かもしれない通話がGenesys Cloudにありますが、確実ではありません。もう一度発信する前に、Genesys Cloudで確認してください。
settling-could-not-search = Genesys Cloudで通話を探せませんでした。
settling-could-not-search-yet = 通話をまだ探せていません。Genesys Cloudに接続でき次第、Ringforがもう一度探します。
settling-permission-missing = 通話を探せませんでした。権限{ $permission }がありません。
settling-where = 探した場所：{ $where }
settling-call-again = もう一度発信
searched-socket = エージェントの通話の通知
searched-active-calls = エージェントの進行中の通話
searched-activity = 進行中のすべての通話
searched-analytics = 過去の通話の記録

## Outcomes, call states and end reasons, as single words

outcome-pending = 発信中
outcome-placed = 発信済み
outcome-refused = 未発信
outcome-unknown = 不明
outcome-refused-note = 発信は行われませんでした。
outcome-unknown-note = 発信されたかどうかわかりません。
call-state-requested = 受付
call-state-ringing-agent = エージェント呼び出し
call-state-dialing = ダイヤル
call-state-connected = 接続
call-state-ended = 終了
end-reason-customer-hung-up = 顧客が切断
end-reason-agent-hung-up = エージェントが切断
end-reason-hung-up-here = ここで切断
end-reason-busy = 話し中
end-reason-no-answer = 応答なし
end-reason-agent-no-answer = エージェントの応答なし
end-reason-no-route = 経路なし
end-reason-network = ネットワーク障害
end-reason-transferred = 転送
end-reason-unclear = 終了（理由不明）
end-note-customer-hung-up = 顧客が電話を切りました。
end-note-agent-hung-up = エージェントが電話を切りました。
end-note-hung-up-here = このウィンドウから通話を切断しました。
end-note-busy = 顧客は話し中でした。
end-note-no-answer = 顧客が応答しませんでした。
end-note-agent-no-answer = エージェントの電話機に応答がありませんでした。顧客にはダイヤルされていません。
end-note-no-route = Genesys Cloudにこの番号への経路がありませんでした。顧客にはつながっていません。
end-note-network = 通話中に電話網で障害が起きました。
end-note-transferred = 通話はほかの人に転送されました。
end-note-unclear = 通話がどのように終わったかは、Genesys Cloudから通知されていません。

## History

history-title = 履歴
history-search = 履歴を検索
history-search-placeholder = 検索…
history-filter = 結果
history-filter-all = すべての結果
history-today = 今日
history-yesterday = 昨日
history-more = さらに表示
history-loading = 読み込んでいます…
history-empty-title = 発信はまだありません
history-empty-note = 「発信」を押すたびに、結果と正確な時刻がここに残ります。
history-nothing-title = 見つかりませんでした
history-nothing-note = 上の検索と結果の条件に一致する発信はありません。
history-clear = 検索と条件をクリア
history-reading = 履歴を読み込んでいます…
history-failed-title = 履歴を読み込めませんでした
details-placed-how = { $person } · { $way }
history-talked = { $status } { $time }
side-label = 履歴と連絡先
contacts-title = 連絡先
contacts-search = 連絡先を検索
contacts-empty-title = 連絡先はまだありません
contacts-empty-note = よく電話をかける相手をここに保存できます。番号は1人に複数登録できます。
contacts-nothing-note = 検索に一致する連絡先はありません。
contacts-clear = 検索をクリア
contact-add = 新しい連絡先
contact-keep = 連絡先に保存
contact-edit = 連絡先を変更
contact-edit-name = { $name }を変更
contact-fill = この番号を入力
contact-name = 名前
contact-numbers = 番号
contact-number = 番号{ $count }
contact-label = ラベル（例：携帯）
contact-label-of = 番号{ $count }のラベル
contact-number-add = 番号を追加
contact-number-remove = 番号{ $count }を削除
contact-remove = 削除
contact-remove-no = 残す
contact-remove-title = { $name }を連絡先から削除しますか？
contact-is = { $name }、{ $label }

## History: one attempt

details-timeline = タイムライン
details-pressed = 「発信」を押した
details-when = 日時
details-placed = Genesys Cloudが受付
details-refused = 未発信
details-unknown = 確かな応答なし
details-raw = Genesys Cloudの表示：{ $text }
details-typed = 入力
details-dialed = ダイヤル
details-agent = エージェント
details-placed-by = 発信した人
details-via = 入力方法
details-talked = 通話時間
details-conversation = 会話ID
details-connection = 接続
details-queue = キュー
details-caller = 顧客への表示
details-attempt = 発信ID
details-open = Genesys Cloudで開く
details-copy-number = 番号をコピー
details-redial = リダイヤル
row-redial = { $number }にリダイヤル
note-add = メモを追加
note-change = メモを変更
note-label = メモ
note-hint = Enterで保存、Shift+Enterで改行します。
details-copy-conversation = 会話IDをコピー
details-loading = タイムラインを読み込んでいます…
via-typed = 入力または貼り付け
via-link = リンク
via-shortcut = グローバルショートカット
via-history = 履歴
via-command-line = コマンドライン

## Problems: the frame

problem-who-you = ご自身で解決できます
problem-who-administrator = 管理者の対応が必要です
problem-copy = 詳細をコピー
problem-cause-label = 原因
problem-fix-label = 対処方法
problem-fact-code = コード
problem-fact-status = HTTPステータス
problem-fact-server-code = サーバーのコード
problem-fact-server-message = サーバーのメッセージ
problem-fact-correlation = 相関ID
problem-fact-step = 段階
problem-fact-time = 時刻
problem-fact-attempt = 発信ID
problem-fact-conversation = 会話ID
problem-fact-version = Ringfor
problem-fact = { $name }：{ $value }

# Shown in a problem where the fact is not known.
param-country = 不明な国
param-calling-code = ?
param-prefix = 00
param-number = この番号
param-email = このメールアドレス
param-agent = このエージェント
param-permissions = サーバーからの指定なし
param-message = サーバーから理由は示されませんでした。
param-host = サーバー
param-seconds = 数
param-status = 5xx
param-field = アドレス
param-path = データディレクトリ
param-limit = 2560
param-keys = このキーの組み合わせ
param-key = 設定項目
param-numbers = 10
param-minutes = 数
param-name = この接続

## Connections, and signing in

connection-label = 接続
connection-switch = 接続を切り替え
connection-manage = 接続を管理…
connection-now = 使用中の接続：{ $name }
connections-title = 接続の一覧
connections-add = 接続を追加
connections-back = すべての接続
connection-new = 新しい接続
connection-in-use = 使用中
connection-use = 使用
connection-edit = 編集
connection-duplicate = 複製
connection-remove = 削除
connection-do = { $action }：{ $name }
connection-remove-title = 「{ $name }」を削除しますか？
connection-remove-why = シークレットとサインインの情報はキーリングから削除されます。履歴は残ります。
connection-remove-no = 残す
colour-plain = 色なし
colour-blue = 青
colour-teal = 青緑
colour-green = 緑
colour-amber = 琥珀色
colour-red = 赤
colour-purple = 紫
whose-any-agent = すべてのエージェント用
whose-person = { $person }として
whose-nobody = 未サインイン
whose-any-agent-long = どのエージェントの発信も、アプリ自身の権限で行われます。
whose-person-long = 発信は{ $person }として、本人の権限で行われます。
whose-nobody-long = 発信はサインインした人として行われます。まだ誰もサインインしていません。
sign-in-kind = 誰として発信するか
sign-in-client = アプリ（すべてのエージェント用）
sign-in-client-note = 複数のエージェントに代わって発信する場合。OAuthクライアントの付与タイプはClient Credentialsです。
sign-in-pkce = サインインする本人（シークレットなし）
sign-in-pkce-note = 自分で発信するエージェント用。ブラウザーでサインインします。多くの人が同じクライアントIDを使う場合に最適です（PKCE）。
sign-in-code = サインインする本人（シークレットあり）
sign-in-code-note = 上と同じですが、サインインが長く続きます。OAuthクライアントにシークレットがあります（Code Authorization）。
sign-in-platform-only = 本人としてのサインインは、リクエスト形式がPlatformの場合だけ使えます。
sign-in-redirect = OAuthクライアントで許可するアドレス
sign-in-redirect-note = 管理者が、許可されたリダイレクトURIとして登録します。
sign-in-copy-address = アドレスをコピー
sign-in-title = サインイン
sign-in-out = 誰もサインインしていません
sign-in-out-note = この接続では、サインインした人として発信します。
sign-in-start = ブラウザーでサインイン
sign-in-again = もう一度サインイン
sign-in-as-user = ユーザーとしてサインイン
sign-in-waiting = ブラウザーを待っています
sign-in-waiting-note = 開いたページでGenesys Cloudにサインインしてから、ここに戻ってください。
sign-in-no-browser = ページが開かない場合は、このコンピューターのブラウザーにリンクを貼り付けてください。
sign-in-copy-link = リンクをコピー
sign-in-left = 残り{ $time }
sign-in-failed = サインインできませんでした
sign-in-as = { $person }としてサインイン中
sign-out = サインアウト
sign-out-busy = サインアウトしています…
sign-out-note = サインアウトすると、Genesys Cloudでのサインインが終わり、このコンピューターからも削除されます。履歴は残ります。
sign-in-later = あとで
sign-in-save-first = 保存してからサインインしてください。
dial-needs-sign-in = 先にサインインしてください。
palette-connection = { $name }に切り替え
keys-connection = 接続を切り替え
settings-colour = 色
settings-calls = すべての発信に使う設定
settings-caller-name = 発信者名
settings-caller-name-note = Genesys Cloudで許可されている場合に、顧客に表示される名前です。
settings-queue = キューから発信
settings-queue-none = キューなし
settings-queue-note = 表示中のエージェントのキューから選びます。
settings-calls-elsewhere = 発信者番号、発信者名、キューは接続ごとの設定です。
settings-calls-open = 接続を開く
settings-save-sign-in = 保存してサインイン

## Settings

settings-title = 設定
settings-tab-connection = 接続
settings-tab-network = ネットワーク
settings-tab-calling = 発信
settings-tab-desktop = デスクトップ
settings-tab-appearance = 外観
settings-tab-about = 情報
settings-tabs = 設定の項目
settings-name = 接続の名前
settings-name-note = ウィンドウの上部に表示されます。空にすると、リージョンまたはホストの名前になります。
settings-region = リージョン
settings-region-choose = リージョンを選択…
settings-region-option = { $aws } · { $domain }
settings-region-own = アドレスを指定…
settings-api-url = APIのアドレス
settings-login-url = サインインのアドレス
settings-url-note = どちらもhttpsで始めます。このコンピューターを指す場合はhttpも使えます。
settings-client-id = クライアントID
settings-client-secret = クライアントシークレット
settings-secret-elsewhere = もう一度入力してください。保存されているシークレットは、別のサーバーやOAuthクライアントには送られません。
settings-secret-note = 保存すると、このコンピューターのキーリング（OSの資格情報の保管先）に入り、再び表示されることはありません。
settings-secret-in-keyring = キーリングに保存済み
settings-secret-this-run = Ringforを閉じるまでメモリに保持
settings-secret-replace = 置き換え
settings-secret-keep = 保存済みのものを使う
settings-secret-remove = 削除
settings-secret-type-again = シークレットは送信時に消去されました。保存するには、もう一度入力してください。
settings-this-run-only = 今回に限りシークレットをメモリに保持する
settings-this-run-note = ファイルには書き込まれません。Ringforを再起動した後は、もう一度入力します。
settings-dialect = リクエスト形式
settings-dialect-platform = Platform（標準）
settings-dialect-participants = Participants（チュートリアル）
settings-dialect-from-to = From / to（チュートリアル）
settings-dialect-note-platform = リクエストの書き方です。Genesys Cloud本体にはこれを使います。
settings-dialect-note-participants = 1つ目のチュートリアルでのリクエストの書き方です。エージェントはメールアドレス全体で検索します。
settings-dialect-note-from-to = 2つ目のチュートリアルでのリクエストの書き方です。エージェントはメールアドレス全体で検索します。
settings-save = 保存
settings-save-connect = 保存して接続
settings-saving = 保存しています…
settings-saved = 保存しました
settings-check = 接続を確認
settings-save-check = 保存して確認
settings-checking = 確認しています…
settings-check-note = このコンピューターからGenesys Cloudまで、順に確認します。発信は行いません。
check-verdict-running = 接続を確認しています…
check-verdict-passed = 接続は機能しています。
check-verdict-warned = 接続は機能していますが、見直したい点があります。
check-verdict-failed = 接続はまだ機能していません。
check-again = もう一度確認
check-copy = テキストとしてコピー
check-step-proxy = プロキシ
check-step-name = サーバー名
check-step-tls = 安全な接続
check-step-clock = このコンピューターの時計
check-step-token = サインイン
check-step-organisation = 組織
check-step-search-users = エージェントの検索
check-step-read-station = エージェントの電話機の確認
check-step-place-calls = 発信
check-step-notifications = 通話の変化の通知
check-step-agent = 選んだエージェント
check-state-waiting = 待機中
check-state-running = 確認中
check-state-passed = 正常
check-state-warned = 要確認
check-state-failed = 失敗
check-state-skipped = 対象外
check-state-left-out = 前の失敗のため未確認
check-fact-proxy-none = プロキシは使われていません。
check-fact-proxy-system = { $proxy }（システムの設定）
check-fact-proxy-own = { $proxy }（Ringforの設定）
check-fact-issuer = 証明書の発行者：{ $issuer }
check-fact-until = 有効期限：{ $until }
check-fact-clock-right = サーバーの時計と合っています。
check-fact-clock-ahead = サーバーより{ $seconds }秒進んでいます
check-fact-clock-behind = サーバーより{ $seconds }秒遅れています
check-fact-client = OAuthクライアント：{ $client }
check-fact-user = サインイン中：{ $user }
check-fact-only-a-call = 確実に分かるのは実際に発信したときだけです。発信は行っていません。
check-text-title = Ringfor { $version } · { $system } · 接続を確認
check-text-connection = { $connection }、リクエスト形式：{ $dialect }
settings-sandbox-title = サンドボックスを使用中です
settings-sandbox-note = このコンピューター上の模擬Genesys Cloudです。クライアントIDもシークレットも不要で、実際の発信は行われません。
settings-sandbox-connect = Genesys Cloudに接続
settings-country = +のない番号の国
settings-country-note = +で始まる番号の国は変わりません。
settings-caller-id = 発信者番号
settings-caller-id-note = Genesys Cloudで許可されている場合に、顧客に表示される番号です。空にすると、Genesys Cloudが選びます。
settings-extensions = 組織の内線番号
settings-extensions-note = 選んだ桁数の番号は、入力したとおりにダイヤルされます。何も選ばなければ、Ringforは内線番号をダイヤルしません。
settings-extensions-digits = { $count }桁
settings-extensions-not-here = この接続では内線番号をダイヤルできません。チュートリアルのリクエスト形式では、完全な番号だけが使えます。
settings-links = 番号へのリンク
settings-links-switch = 番号へのリンクをRingforで開く
settings-links-note = リンクをクリックすると、その番号が入力されます。「発信」を押すまで、どこにも発信されません。
settings-links-unsupported = このシステムでは、使うプログラムをシステムの設定でのみ選べます。
settings-links-list = リンクの種類と開くプログラム
settings-links-ours = これらのリンクはRingforで開きます
settings-links-other = これらのリンクは{ $program }で開きます
settings-links-nobody = これらのリンクを開くプログラムはありません
settings-links-chosen-elsewhere = 一部のリンクは、まだ別のプログラムで開きます。システムの設定でRingforを選んでください。
settings-links-open = システムの設定を開く
settings-shortcut = 選択した番号のショートカット
settings-shortcut-note = ほかのプログラムで番号を選択してこのキーを押すと、ここに入力されます。
settings-shortcut-none = キーが選ばれていません
settings-shortcut-record = キーを選択
settings-shortcut-recording = 使うキーを押してください。例：Ctrl、Alt、Dを同時に。Escを押すと元のままになります。
settings-shortcut-clear = キーを削除
settings-shortcut-unsupported = このシステムには、プログラム用のショートカットがありません。システムの設定で、次のコマンドをキーに割り当ててください：
settings-shortcut-copy = コマンドをコピー
settings-window = ウィンドウ
settings-close-to-tray = ウィンドウを閉じてもRingforをトレイに残す
settings-close-to-tray-missing = このデスクトップにはトレイがないため、ウィンドウを閉じるとRingforは終了します。
settings-start-at-login = ログイン時にRingforをバックグラウンドで起動する
settings-start-at-login-unsupported = このシステムでは、Ringforを自動で起動できません。
settings-notify = 通知
settings-notify-answered = エージェントが応答した
settings-notify-connected = エージェントと顧客がつながった
settings-notify-ended = 通話が成立せずに終わった
settings-desktop-reading = デスクトップの設定を読み込んでいます…
settings-language = 言語
settings-language-system = システムに合わせる
settings-appearance = 外観
settings-appearance-system = システムに合わせる
settings-appearance-light = ライト
settings-appearance-dark = ダーク
settings-contrast = コントラスト
settings-contrast-system = システムに合わせる
settings-contrast-normal = 標準
settings-contrast-high = 高
settings-motion = 動き
settings-motion-system = システムに合わせる
settings-motion-full = すべて
settings-motion-reduced = 控えめ
settings-zoom = サイズ
settings-zoom-note = キーでも変えられます。{ $larger }で大きく、{ $smaller }で小さく、{ $usual }で標準に戻ります。
settings-version = バージョン
settings-data-dir = データの保存先
settings-copy-data-dir = パスをコピー
settings-about-secret = クライアントシークレットはここには保存されません。このコンピューターのキーリングに入っています。
network-note = サーバーへの到達方法です。すべての接続に、次の要求から適用されます。
network-reading = ネットワークの設定を読み込んでいます…
network-proxy = プロキシ
network-proxy-system = システムに合わせる
network-proxy-direct = 使わない
network-proxy-explicit = 指定する
network-proxy-note-system = このコンピューターの設定に従います。
network-proxy-note-linux = Linuxでは、HTTPS_PROXYやNO_PROXYなどの環境変数だけが使われます。デスクトップの設定のプロキシは読み込まれません。
network-proxy-note-direct = システムの設定に関係なく、サーバーに直接つなぎます。
network-proxy-note-explicit = 通話の通知も含め、すべてこのプロキシを通ります。
network-proxy-url = プロキシのアドレス
network-proxy-url-note = 例：http://proxy.example.com:8080（名前とパスワードは含めません）。
network-proxy-user = プロキシでの名前
network-proxy-user-note = プロキシで求められない場合は空にします。
network-proxy-password = プロキシのパスワード
network-password-note = 保存すると、このコンピューターのキーリングに入り、再び表示されることはありません。
network-password-elsewhere = もう一度入力してください。保存されているパスワードは、別のプロキシや別の名前では送られません。
network-password-type-again = パスワードは送信時に消去されました。保存するには、もう一度入力してください。
network-ca-file = 追加の証明書のファイル
network-ca-file-note = 会社に独自の認証局がある場合の、PEMファイルのパスです。ファイルをこのウィンドウにドロップできます。
network-saved = 保存し、使用中です

## Problems
## Each has a title, .cause (why), .fix (what to do) and .who: `you` or `administrator`.

# Numbers

problem-number-empty = 番号がありません
    .cause = 番号の欄が空です。
    .fix = 発信する番号を入力するか、貼り付けてください。
    .who = you
problem-number-unreadable = 番号が含まれていません
    .cause = テキストに、電話番号として読める数字がありません。
    .fix = 市外局番を含めて、番号をもう一度入力してください。
    .who = you
problem-number-too-short = 短すぎます
    .cause = この国（{ $country }）の番号は、もっと桁数が多いです。
    .fix = 足りない桁がないか確認し、市外局番を付けてください。
    .who = you
problem-number-too-long = 長すぎます
    .cause = この国（{ $country }）の番号は、もっと桁数が少ないです。
    .fix = 余分な桁がないか、1つの欄に2つの番号が入っていないか確認してください。
    .who = you
problem-number-wrong-length = 桁数が合いません
    .cause = この国（{ $country }）には、これより短い番号と長い番号がありますが、この桁数の番号はありません。
    .fix = 桁の過不足がないか確認してください。
    .who = you
problem-number-no-country = 国番号+{ $calling_code }の国はありません
    .cause = +の後の数字が、どの国の国番号でも始まっていません。
    .fix = +の後の数字を確認してください。自国の番号であれば、+を付けずに入力してください。
    .who = you
problem-number-local-only = 市外局番がありません
    .cause = この桁数の番号は、同じ市外局番の地域内（{ $country }）でしか使えません。
    .fix = 市外局番を付けてください。
    .who = you
problem-number-foreign-prefix = +を付けて入力してください
    .cause = 選択中の国（{ $country }）では、国外の番号は{ $prefix }で始まらないため、どの国の番号か判断できません。
    .fix = { $prefix }の代わりに、+と国番号を入力してください。
    .who = you
problem-number-plus-missing = +または市外局番を付けて入力してください
    .cause = { $calling_code }は国番号（{ $country }）ですが、その国の国内の番号も同じように始まることがあります。
    .fix = 国番号であれば+{ $calling_code }と入力してください。そうでなければ、国内でダイヤルするとおりに市外局番から入力してください。
    .who = you
problem-number-emergency = { $number }は緊急通報用の番号です
    .cause = Ringforは緊急通報用の番号をダイヤルしません。今いる場所からの通報にならないためです。
    .fix = お手元の電話を使ってください。
    .who = you
problem-number-short = { $number }は短い番号です
    .cause = このような短い番号は特定のネットワークや組織の中でしか使えず、Ringforはそれがどこかを推測しません。
    .fix = 番号をすべて入力してください。組織の内線番号であれば、設定でこの桁数の内線番号を許可してください。
    .who = you
problem-number-service-code = { $number }はサービスコードです
    .cause = *や#を含むコードは、電話機やネットワークへの命令で、発信する番号ではありません。
    .fix = 対象の電話機でダイヤルしてください。
    .who = you
problem-number-not-in-use = 使われていない番号です（{ $country }）
    .cause = 桁数は合っていますが、このように始まる番号はこの国にありません。
    .fix = 番号を確認してください。「発信」を押すと、ダイヤルする前に一度確認します。
    .who = you
problem-several-numbers = 番号が複数あります
    .cause = テキストに複数の番号が含まれていますが、Ringforはその中から選びません。
    .fix = 発信する番号を選んでください。
    .who = you
problem-number-among-words = 文の中に番号があります
    .cause = テキストに番号以外の言葉が含まれていますが、Ringforはその意味を推測しません。
    .fix = 発信する番号であれば、選んでください。
    .who = you
problem-number-changed = 発信する前に番号が変わりました
    .cause = ダイヤルする番号が、表示されていた番号と異なるため、何も送信しませんでした。
    .fix = 今表示されている番号を確認し、もう一度「発信」を押してください。
    .who = you

# Agents

problem-agent-missing = エージェントが選ばれていません
    .cause = 発信はエージェントに代わって行われ、最初にそのエージェントの電話機を呼び出します。
    .fix = 「発信するエージェント」でエージェントを選んでください。
    .who = you
problem-agent-not-found = { $email }のユーザーがいません
    .cause = このメールアドレスと完全に一致する有効なユーザーが、Genesys Cloudにいません。
    .fix = つづりを確認してください。正しい場合は、そのユーザーが存在し、有効かどうかを管理者に確認してください。
    .who = you
problem-agent-mismatch = 検索で別の人が見つかりました
    .cause = サーバーに{ $email }を問い合わせたところ、別の人が返されました。誰にも発信していません。
    .fix = このサーバーに合うリクエスト形式を管理者に確認し、設定で選んでください。
    .who = administrator
problem-agent-inactive = { $agent }は有効ではありません
    .cause = Genesys Cloudでユーザーが無効になっているか削除されているため、代わりに発信できません。
    .fix = 別のエージェントを選ぶか、ユーザーを有効にするよう管理者に依頼してください。
    .who = administrator
problem-agent-no-station = 電話機なし：{ $agent }はステーション未選択
    .cause = Genesys Cloudは最初にエージェントの電話機を呼び出しますが、このエージェントは電話機を選択していません。
    .fix = Genesys Cloudで電話機を選択するようエージェントに依頼してから、もう一度発信してください。
    .who = you
problem-agent-station-unusable = { $agent }の電話機につながりません
    .cause = エージェントの電話機は選択されていますが、Genesys Cloudから呼び出せません。電源が切れているか、接続されていない可能性があります。
    .fix = 電話機を確認するか、Genesys Cloudで別の電話機を選択するよう、エージェントに依頼してください。
    .who = you
problem-agent-email-needed = メールアドレス全体を入力してください
    .cause = この接続では、完全なメールアドレスでしかエージェントを検索できません。
    .fix = すべて入力してください（例：name@example.com）。
    .who = you

# Signing in

problem-not-connected = まだ接続されていません
    .cause = クライアントIDとシークレットが入力されていません。
    .fix = 設定を開き、接続を入力してください。
    .who = you
problem-client-unknown = クライアントIDが見つかりません
    .cause = このリージョンのサインインに、このIDのOAuthクライアントがありません。
    .fix = 設定でクライアントIDとリージョンを確認してください。1つの組織は1つのリージョンにだけあります。
    .who = you
problem-secret-wrong = シークレットが正しくありません
    .cause = クライアントIDは確認されましたが、シークレットが受け付けられませんでした。
    .fix = Genesys CloudのOAuthクライアントからシークレットをもう一度コピーし、設定で置き換えてください。
    .who = you
problem-token-rejected = サインインが受け付けられなくなりました
    .cause = Genesys Cloudはトークンを受け付けず、新しいトークンも受け付けませんでした。
    .fix = OAuthクライアントが有効で、この接続と同じリージョンにあるかどうかを管理者に確認してください。
    .who = administrator
problem-address-not-allowed = このネットワークからは許可されていません
    .cause = 組織は特定のネットワークアドレスからのサインインだけを受け付けており、このコンピューターのアドレスは含まれていません。
    .fix = 会社のネットワークまたはVPNを使うか、このアドレスを許可するよう管理者に依頼してください。
    .who = administrator
problem-permission-missing = 権限がありません
    .cause = OAuthクライアントのロールでは、これが許可されていません。不足している権限：{ $permissions }。
    .fix = OAuthクライアントのロールに権限を追加するよう、管理者に依頼してください。
    .who = administrator
problem-scope-missing = スコープがありません
    .cause = OAuthクライアントは、Genesys Cloudのこの部分の使用を許可されていません。
    .fix = OAuthクライアントにスコープ「conversations」を追加するよう、管理者に依頼してください。
    .who = administrator
problem-user-needed = 本人のサインインが必要です
    .cause = この組織では、サインインしていない人に代わってOAuthクライアントが発信することはできません。
    .fix = 発信する本人としてサインインしてください。設定で、この接続のサインイン方法を選びます。このサーバーに別のリクエスト形式が必要な場合は、設定で選んでください。
    .who = you
problem-signed-out = サインインしていません
    .cause = この接続には誰もサインインしていないか、サインインが終了しました。何も送信されていません。
    .fix = もう一度サインインしてください。進行中の通話は、その後また追跡されます。
    .who = you
problem-sign-in-denied = サインインが拒否されました
    .cause = サインインのページでRingforに許可が与えられませんでした。
    .fix = もう一度サインインし、Ringforに操作を許可してください。
    .who = you
problem-sign-in-timed-out = ブラウザーが戻りませんでした
    .cause = サインインが{ $minutes }分以内に終わりませんでした。
    .fix = もう一度サインインし、ブラウザーで最後まで進めてください。
    .who = you
problem-sign-in-cancelled = サインインは取り消されました
    .cause = ここで取り消されたか、別のサインインが始められました。
    .fix = 必要なときに、もう一度サインインしてください。
    .who = you
problem-sign-in-failed = サインインできませんでした
    .cause = Genesys Cloudがサインインを実行できませんでした：{ $message }
    .fix = もう一度お試しください。それでもできない場合は、OAuthクライアントがこのサインインを許可し、リダイレクト先http://localhostを持っているかを管理者に確認してください。
    .who = administrator
problem-sign-in-opened-twice = サインインが2回開かれました
    .cause = サインインのページがもう一度開かれました。このコンピューターの別のプログラムや別の人が開いた可能性があります。
    .fix = もう一度サインインし、ページは1回だけ開いてください。
    .who = you
problem-sign-in-port = ブラウザーが戻れませんでした
    .cause = Ringforはこのコンピューター（localhost）でブラウザーの応答を待つことができません。
    .fix = セキュリティソフトがローカル接続を止めていないか確認し、もう一度お試しください。
    .who = you
problem-sign-in-platform-only = このサインインはこのリクエスト形式では使えません
    .cause = 本人としてのサインインは、公開されたAPIでのみ使えます。
    .fix = リクエスト形式「Platform」を選ぶか、クライアントIDとシークレットでのサインインを選んでください。
    .who = you
problem-sign-in-busy = サインインは使用中です
    .cause = 別のRingforがサインインを更新しているところで、まだ終わっていません。
    .fix = 少し待ってから、もう一度お試しください。続く場合は、ほかのRingforのウィンドウやコマンドを閉じてください。
    .who = you
problem-sign-in-too-long = サインインを保存できません
    .cause = キーリングに入る{ $limit }バイトより長くなっています。
    .fix = この実行中だけ保持するか、短いトークンを管理者に依頼してください。
    .who = administrator
problem-sign-out-unfinished = このコンピューターでのみサインアウトしました
    .cause = ここではすべて消去しましたが、Genesys Cloudに接続してサインインを終わらせることができませんでした。そちらでは自然に終了します。
    .fix = 何もする必要はありません。管理者はGenesys Cloudですぐに終わらせることができます。
    .who = you
problem-browser-missing = ブラウザーが開きませんでした
    .cause = サインインのためのWebブラウザーを起動できませんでした。
    .fix = このコンピューターで既定のブラウザーを設定し、もう一度サインインしてください。
    .who = you
problem-agent-fixed = { $agent }として発信します
    .cause = この接続では、サインインしている本人としてのみ発信します。
    .fix = 発信する本人としてサインインするか、クライアントシークレットを使う接続を使ってください。
    .who = you

# Placing a call

problem-number-refused = Genesys Cloudが{ $number }を受け付けません
    .cause = サーバーによると、番号またはその形式が正しくありません。発信は行われませんでした。
    .fix = 番号を確認してください。正しい場合は、この番号への発信が許可されているかどうかを管理者に確認してください。
    .who = you
problem-call-cannot-be-placed = Genesys Cloudがこの発信を行えません
    .cause = サーバーが外線への発信を受け付けませんでした。エージェントに外線への発信が許可されていないか、空いている回線がないことがよくあります。発信は行われませんでした。
    .fix = しばらくしてからもう一度試してください。解決しない場合は、このエージェントの発信ルートを管理者に確認してください。
    .who = administrator
problem-edge-unavailable = 使える電話回線がありません
    .cause = Genesys Cloudと電話網をつなぐ部分が、このエージェントでは有効になっていません。発信は行われませんでした。
    .fix = エージェントの電話機のサイトとEdgeを確認するよう、管理者に依頼してください。
    .who = administrator
problem-dialect-mismatch = サーバーがリクエストを理解できません
    .cause = サーバーには、この接続とは別の形式のリクエストが必要です。発信は行われませんでした。
    .fix = 設定で別のリクエスト形式を選んでください。Genesys Cloud本体にはPlatformを使います。
    .who = you
problem-too-many-requests = リクエストが多すぎます
    .cause = Genesys Cloudでは1分間のリクエスト数が制限されており、上限に達しました。発信は行われませんでした。
    .fix = { $seconds }秒後にもう一度試してください。
    .who = you
problem-cancelled = 発信前にキャンセルされました
    .cause = 何も送信しないうちに「キャンセル」が押されました。
    .fix = 何もする必要はありません。発信する場合は「発信」を押してください。
    .who = you
problem-pressed-too-long-ago = 発信していません：「発信」を押してから時間がたちすぎました
    .cause = コンピューターのスリープやキーリングの確認待ちなどで、発信が止まっていました。今になって電話が鳴るとは誰も思わないため、何も送信しませんでした。
    .fix = まだ発信したい場合は、もう一度「発信」を押してください。
    .who = you
problem-not-found = もうありません
    .cause = 問い合わせたものがサーバーにありません。削除された可能性があります。
    .fix = エージェントを選び直してください。解決しない場合は、設定でリージョンを確認してください。
    .who = you
problem-again-live = { $agent }は通話中です
    .cause = { $agent }に代わって{ $number }に発信した通話が、まだ終わっていません。
    .fix = 切断するか、終わるまで待つか、それでも発信してください。
    .who = you
problem-again-unknown = { $agent }の前回の発信は行われた可能性があります
    .cause = { $number }に発信されたかどうかがわかりません。
    .fix = エージェントの電話機とGenesys Cloudを確認してから、それでも発信してください。
    .who = you
problem-again-same-number = { $number }には先ほど発信しました
    .cause = { $seconds }秒前に、{ $agent }に代わってこの番号への発信が依頼されました。
    .fix = この番号にもう一度発信してよいことを確認してから、それでも発信してください。
    .who = you
problem-refused = サーバーが発信を受け付けませんでした
    .cause = サーバーの応答：{ $message }
    .fix = 詳細をコピーし、その意味を管理者に確認してください。発信は行われませんでした。
    .who = administrator

# Following a call

problem-feed-rejected = このエージェントの通話はリアルタイムで通知されません
    .cause = このOAuthクライアントは、エージェントの通話の通知を受け取ることをGenesys Cloudに許可されていません。
    .fix = 代わりに通話の状態を定期取得するため、変化の表示が少し遅れます。管理者がクライアントのロールに権限を追加できます。
    .who = administrator
problem-feed-evicted = このOAuthクライアントのチャネルがほかで使い切られています
    .cause = Genesys Cloudの通知チャネルは、OAuthクライアントごとに20個までです。Ringforのチャネルは10分間に2回失われました。
    .fix = Ringforを再起動するまで、代わりに通話の状態を定期取得するため、変化の表示が少し遅れます。管理者がRingfor専用のOAuthクライアントを作成できます。
    .who = administrator
problem-feed-interrupted = 通話の通知が中断しています
    .cause = Genesys Cloudが通話を通知する接続が切れました。
    .fix = 接続は自動的に開き直されます。それまでは通話の状態を定期取得するため、変化の表示が少し遅れます。
    .who = you
problem-hang-up-denied = { $agent }に代わって切断できません
    .cause = OAuthクライアントにエージェントの通話を切断する権限がないか、エージェントが抜けた後も通話が続いています。
    .fix = 代わりに、参加者全員の通話を終了できます。
    .who = you

# Reaching the server

problem-name-not-resolved = { $host }が見つかりませんでした
    .cause = 名前を解決できませんでした。このコンピューターがオフラインか、アドレスのつづりが違う可能性があります。
    .fix = ネットワーク接続を確認し、次に設定でリージョンまたはアドレスを確認してください。
    .who = you
problem-unreachable = { $host }につながりません
    .cause = 接続できませんでした。ファイアウォールやプロキシに妨げられている可能性があります。
    .fix = ネットワーク接続と、設定の「ネットワーク」のプロキシを確認してください。
    .who = you
problem-certificate-untrusted = { $host }は信頼されていません
    .cause = サーバーの証明書が、このコンピューターの信頼する認証局から発行されていません。
    .fix = 設定でアドレスを確認してください。会社のネットワークでは、管理者から会社の証明書を受け取り、設定の「ネットワーク」でそのファイルを指定してください。
    .who = administrator
problem-certificate-expired = { $host }の証明書の有効期限が切れています
    .cause = サーバーの証明書の期限が切れているか、このコンピューターの時計が合っていません。
    .fix = このコンピューターの日付と時刻を確認してください。正しい場合は、サーバーの管理者に知らせてください。
    .who = administrator
problem-proxy-unreachable = プロキシに接続できません
    .cause = { $host }を通る接続を確立できませんでした。
    .fix = 設定のプロキシを確認するか、管理している人に聞いてください。Linuxでは、システムのプロキシは環境変数のものです。
    .who = you
problem-proxy-sign-in = プロキシへのサインインが必要です
    .cause = { $host }には名前とパスワードが必要か、設定のものとは違います。
    .fix = 設定でプロキシの名前とパスワードを入力してください。
    .who = you
problem-proxy-invalid = プロキシのアドレスを使えません
    .cause = http://proxy.example.com:8080 のようなアドレスではないか、パスワードなど余分なものが含まれています。
    .fix = アドレスだけを入力してください。名前とパスワードには専用の欄があります。
    .who = you
problem-proxy-sign-in-invalid = このサインインはプロキシに送信できません
    .cause = 名前のないパスワードか、名前にコロンが含まれています。
    .fix = プロキシの名前とパスワードを直してください。
    .who = you
problem-ca-file-unreadable = 証明書のファイルを読めません
    .cause = ファイルがないか、読む権限がありません：{ $path }
    .fix = ファイルを元に戻すか、設定で別のファイルを選ぶか、なしにしてください。それまではサーバーに接続しません。
    .who = you
problem-ca-file-invalid = このファイルに使える証明書がありません
    .cause = 証明書の入ったPEMファイルではありません：{ $path }
    .fix = 会社の証明書をPEMファイルで管理者からもらってください。
    .who = you
problem-clock-off = このコンピューターの時計がずれています
    .cause = サーバーの時計と{ $seconds }秒違います。結果のわからない通話が見つからないことがあります。
    .fix = コンピューターの時計を合わせてください。ネットワークで合わせるのが確実です。
    .who = you
problem-agent-on-call = { $agent }は通話中です
    .cause = このエージェントの発信は今はできません。
    .fix = その通話が終わるまでお待ちください。
    .who = you
problem-answer-timeout = { $host }から応答がありません
    .cause = { $step ->
        [token] { $seconds }秒以内にサインインの応答がありませんでした。発信は行われませんでした。
        [look_up] エージェントの検索に{ $seconds }秒以上かかりました。発信は行われませんでした。
        [read_call] { $seconds }秒以内に通話の状態を取得できませんでした。
        [hang_up] { $seconds }秒以内に通話を切断できませんでした。
        [socket] 通話の変化が{ $seconds }秒以内に通知されません。
       *[place_call] { $seconds }秒以内に何も返されませんでした。発信された可能性があります。
    }
    .fix = { $step ->
        [token] ネットワーク接続を確認してから、もう一度試してください。
        [look_up] ネットワーク接続を確認してから、もう一度試してください。
        [read_call] 通話がどうなっているか、エージェントの電話機で確認してください。
        [hang_up] もう一度試すか、エージェントの電話機で切断してください。
        [socket] 何もする必要はありません。その間は通話の状態を定期取得し、接続を再試行します。
       *[place_call] もう一度発信する前に、エージェントの電話機とGenesys Cloudを確認してください。
    }
    .who = you
problem-connection-lost = 応答の前に接続が切れました
    .cause = { $step ->
        [token] { $host }へのサインインが途中で切れました。発信は行われませんでした。
        [look_up] { $host }でのエージェントの検索が途中で切れました。発信は行われませんでした。
        [read_call] { $host }から通話の状態を取得できませんでした。
        [hang_up] 通話を切断できませんでした。{ $host }から何も返されませんでした。
        [socket] 通話の変化が通知されません。{ $host }との接続が切れました。
       *[place_call] 発信を{ $host }に送りましたが、応答が届きませんでした。発信された可能性があります。
    }
    .fix = { $step ->
        [token] ネットワーク接続を確認してから、もう一度試してください。
        [look_up] ネットワーク接続を確認してから、もう一度試してください。
        [read_call] 通話がどうなっているか、エージェントの電話機で確認してください。
        [hang_up] もう一度試すか、エージェントの電話機で切断してください。
        [socket] 何もする必要はありません。その間は通話の状態を定期取得し、接続を再試行します。
       *[place_call] もう一度発信する前に、エージェントの電話機とGenesys Cloudを確認してください。
    }
    .who = you
problem-server-error = サーバーでエラーが起きました
    .cause = { $step ->
        [token] サインインにステータス{ $status }が返されました。発信は行われませんでした。
        [look_up] エージェントの検索にステータス{ $status }が返されました。発信は行われませんでした。
        [read_call] 通話の状態を取得できませんでした（ステータス{ $status }）。
        [hang_up] 通話を切断できませんでした（ステータス{ $status }）。
        [socket] 通話の変化が通知されません（ステータス{ $status }）。
       *[place_call] ステータス{ $status }が返されました。発信されたかどうかは確かではありません。
    }
    .fix = { $step ->
        [token] しばらくしてからもう一度試してください。解決しない場合は、管理者に知らせてください。
        [look_up] しばらくしてからもう一度試してください。解決しない場合は、管理者に知らせてください。
        [read_call] 通話がどうなっているか、エージェントの電話機で確認してください。
        [hang_up] もう一度試すか、エージェントの電話機で切断してください。
        [socket] 何もする必要はありません。その間は通話の状態を定期取得し、接続を再試行します。
       *[place_call] もう一度発信する前に、エージェントの電話機とGenesys Cloudを確認してください。解決しない場合は、管理者に知らせてください。
    }
    .who = administrator
problem-redirected = サーバーがリクエストを別の場所に転送しました
    .cause = 発信が2回行われるおそれがあるため、Ringforはこのような応答には従いません。
    .fix = 設定でリージョンまたはアドレスを確認し、プロキシがサインインを求めていないか確認してください。
    .who = you
problem-answer-unreadable = 応答を読み取れませんでした
    .cause = Genesys Cloudのものではない応答がサーバーから返されました。代わりにプロキシのページが返された可能性があります。
    .fix = { $step ->
        [token] 設定でリージョンまたはアドレスとリクエスト形式を確認し、プロキシがサインインを求めていないか確認してください。
        [look_up] 設定でリージョンまたはアドレスを確認し、プロキシがサインインを求めていないか確認してください。
        [read_call] 通話がどうなっているか、エージェントの電話機で確認してください。
        [hang_up] もう一度試すか、エージェントの電話機で切断してください。
        [socket] 何もする必要はありません。その間は通話の状態を定期取得し、接続を再試行します。
       *[place_call] もう一度発信する前に、エージェントの電話機を確認してください。次に設定でアドレスを確認してください。
    }
    .who = you
problem-call-unreadable = 通話の経過を取得できません
    .cause = Genesys Cloudは発信を受け付けましたが、その後の経過を返しません。通話そのものに影響はありません。
    .fix = Genesys Cloudで通話を確認してください。OAuthクライアントのロールで通話を表示できるかどうかを管理者に確認してください。
    .who = administrator
problem-process-ended = 応答が届く前にRingforが終了しました
    .cause = 発信を送ってから応答を受け取るまでの間に、Ringforが閉じられたか停止しました。発信された可能性があります。
    .fix = もう一度発信する前に、エージェントの電話機とGenesys Cloudを確認してください。
    .who = you

# Keyring

problem-keyring-missing = このコンピューターにはキーリングがありません
    .cause = シークレットはキーリング（OSの資格情報の保管先）にだけ保存されますが、キーリングのサービスが動いていません。
    .fix = GNOME KeyringやKWalletなどのキーリングを起動するか、今回に限りシークレットを保持してください。
    .who = you
problem-keyring-locked = キーリングがロックされています
    .cause = システムのキーリングがアクセスを許可しませんでした。
    .fix = キーリングのロックを解除してもう一度試すか、今回に限りシークレットを保持してください。
    .who = you
problem-keyring-timeout = キーリングが応答しません
    .cause = { $seconds }秒以内に何も返されませんでした。別のウィンドウでパスワードの入力を待っている可能性があります。
    .fix = パスワードのウィンドウを探して入力してから、もう一度試してください。今回に限りシークレットを保持することもできます。
    .who = you
problem-keyring-failed = キーリングでエラーが起きました
    .cause = システムのキーリングが、求められた処理を行えませんでした。
    .fix = もう一度試してください。解決しない場合は、このコンピューターからサインアウトしてサインインし直すか、今回に限りシークレットを保持してください。
    .who = you
problem-secret-missing = シークレットがキーリングにありません
    .cause = この接続のシークレットがキーリングにありません。削除されたか、保存されていなかった可能性があります。
    .fix = 設定を開き、クライアントシークレットを入力してください。
    .who = you
problem-secret-too-long = シークレットが長すぎます
    .cause = キーリングに保存できるのは{ $limit }バイトまでです。
    .fix = シークレットだけが貼り付けられているか確認してください。
    .who = you

# Connections

problem-url-invalid = 「{ $field }」を使えません
    .cause = 完全なWebアドレスではありません。
    .fix = https://api.mypurecloud.com のように入力し、その後ろには何も付けないでください。
    .who = you
problem-url-insecure = 「{ $field }」はhttpsで始めてください
    .cause = httpではシークレットがネットワーク上で見えてしまうため、このコンピューターに対してだけ許可されます。
    .fix = httpをhttpsに変えてください。
    .who = you
problem-region-missing = リージョンが選ばれていません
    .cause = Ringforは、組織がどのリージョンにあるかを知る必要があります。
    .fix = リージョンを選ぶか、アドレスを指定してください。
    .who = you
problem-client-id-missing = クライアントIDが空です
    .cause = サインインにはOAuthクライアントのIDが必要です。
    .fix = Genesys CloudからクライアントIDをコピーし、ここに貼り付けてください。
    .who = you
problem-secret-empty = シークレットが空です
    .cause = サインインには、クライアントIDに対応するシークレットが必要です。
    .fix = Genesys Cloudからシークレットをコピーし、ここに貼り付けてください。
    .who = you
problem-profile-name-taken = 名前「{ $name }」は使われています
    .cause = 別の接続がこの名前です。大文字と小文字は区別されません。
    .fix = 別の名前を選んでください。
    .who = you
problem-profile-name-too-long = 名前が長すぎます
    .cause = 接続の名前は{ $limit }文字までです。
    .fix = 短い名前を選んでください。
    .who = you
problem-secret-left = 「{ $name }」のシークレットがキーリングに残っています
    .cause = 接続そのものは変更または削除されましたが、キーリングにアクセスできませんでした。
    .fix = キーリングのロックを解除してください。削除した接続のシークレットは、できるようになり次第Ringforが削除します。キーリングのプログラムで削除することもできます。
    .who = you
problem-caller-id-invalid = この発信者番号は送信できません
    .cause = 発信者番号は1行で{ $limit }文字までです。
    .fix = 相手に表示する番号を入力するか、空のままにしてください。
    .who = you
problem-caller-name-invalid = この発信者名は送信できません
    .cause = 発信者名は1行で{ $limit }文字までです。
    .fix = 相手に表示する名前を入力するか、空のままにしてください。
    .who = you
problem-profile-missing = 接続がなくなりました
    .cause = 表示している間に削除されました。
    .fix = 設定を開き、接続をもう一度入力してください。
    .who = you
problem-import-unreadable = ファイルを読めません
    .cause = 読む権限がないか、ファイルではありません：{ $path }
    .fix = ファイルがあり、読む権限があることを確認してから、もう一度お試しください。
    .who = you
problem-import-too-large = ファイルが大きすぎます
    .cause = クライアントIDとシークレットのファイルは{ $limit }KBまでです：{ $path }
    .fix = スクリプトの.envファイルを選んでください。
    .who = you
problem-import-no-env = このファイルに接続はありません
    .cause = CLIENT_ID、CLIENT_SECRET、REGIONのどのキーもないか、テキストファイルではありません：{ $path }
    .fix = UTF-8で保存した、スクリプトの.envファイルを選んでください。
    .who = you
problem-import-key-missing = ファイルに{ $key }がありません
    .cause = これがないと接続できません：{ $path }
    .fix = ファイルに{ $key }の行を追加するか、設定で接続を入力してください。
    .who = you
problem-import-region-unknown = ファイルのリージョンがわかりません
    .cause = { $key }の値はGenesys Cloudのリージョンではありません：{ $path }
    .fix = mypurecloud.ieやeu-west-1のようなリージョンを書いてください。独自のアドレスは設定で入力してください。
    .who = you
problem-sandbox-failed = サンドボックスを起動できませんでした
    .cause = このコンピューターで模擬Genesys Cloudを開けませんでした。
    .fix = もう一度試してください。解決しない場合は、Ringforを再起動してください。
    .who = you

# Data on this computer

problem-link-unreadable = 番号へのリンクではありませんでした
    .cause = Ringforを開いたリンクに番号がありません。番号へのリンクは、tel:、callto:、sip:のいずれかで始まります。
    .fix = 番号をコピーし、ここに貼り付けてください。
    .who = you
problem-link-too-long = リンクが長すぎます
    .cause = 番号へのリンクは{ $limit }文字までです。
    .fix = 番号をコピーし、ここに貼り付けてください。
    .who = you
problem-links-unsupported = ここではリンクの設定を変えられません
    .cause = このシステムでは、リンクを開くプログラムをシステムの設定でのみ選べます。
    .fix = システムの設定を開き、Ringforを選んでください。
    .who = you
problem-links-failed = リンクを開くプログラムを変更できませんでした
    .cause = { $path }に書き込めませんでした。
    .fix = そこに書き込めることを確認してから、もう一度試してください。
    .who = you
problem-link-settings-missing = システムの設定が見つかりませんでした
    .cause = 既定のアプリを選ぶプログラムがインストールされていないか、Ringforが対応しているものがありません。
    .fix = このシステムの設定を開き、既定のアプリの項目を探してください。
    .who = you
problem-selection-empty = 何も選択されていません
    .cause = 選択またはコピーされたテキストがありません。
    .fix = 番号を選択し、もう一度ショートカットを押してください。
    .who = you
problem-selection-silent = 相手のプログラムが応答しませんでした
    .cause = テキストは選択されていますが、そのプログラムから受け取れませんでした。
    .fix = そこで番号をコピーしてここに貼り付けるか、少し待ってもう一度お試しください。
    .who = you
problem-selection-too-long = 選択範囲が長すぎます
    .cause = 番号とその前後の語句は、合わせて{ $limit }文字までです。
    .fix = 番号だけを選択してください。
    .who = you
problem-selection-no-number = 選択したテキストに番号がありません
    .cause = 番号には少なくとも3桁の数字が必要です。
    .fix = 番号を選択し、もう一度ショートカットを押してください。
    .who = you
problem-shortcut-unreadable = これらのキーはショートカットにできません
    .cause = ショートカットは、Ctrl、Alt、Shiftまたはシステム固有のキーと、別の1つのキーの組み合わせです。
    .fix = 別のキーを選んでください。
    .who = you
problem-shortcut-modifier-missing = { $keys }は文字の入力に必要です
    .cause = Ctrl、Altまたはシステム固有のキーがないと、これらのキーで文字を入力できなくなります。
    .fix = そのいずれかを含むキーを選んでください。
    .who = you
problem-shortcut-reserved = { $keys }にはすでに役割があります
    .cause = これらのキーは、ほかのプログラムやシステム自体が共通して使っています。
    .fix = 別のキーを選んでください（例：Ctrl+Alt+D）。
    .who = you
problem-shortcut-taken = { $keys }は別のプログラムが使っています
    .cause = 1つのショートカットは、1つのプログラムだけが使えます。
    .fix = 別のキーを選ぶか、もう一方のプログラムでこのキーを空けてください。
    .who = you
problem-shortcut-unsupported = ここではショートカットの仕組みが異なります
    .cause = このシステムでは、プログラムがほかの場所で押されたキーを受け取れません。
    .fix = システムの設定で、Ringforの設定に表示されているコマンドをキーに割り当ててください。
    .who = you
problem-start-at-login-failed = ログイン時の起動を変更できませんでした
    .cause = { $path }に書き込めませんでした。
    .fix = そこに書き込めることを確認してから、もう一度試してください。
    .who = you
problem-drop-several = ファイルが多すぎます
    .cause = 複数のファイルがウィンドウにドロップされました。
    .fix = ファイルを1つだけドロップしてください。
    .who = you
problem-drop-not-a-file = ファイルではありません
    .cause = Ringforが受け取れるのは、チュートリアルの.envファイルか証明書のファイルだけです。
    .fix = このコンピューターのフォルダーから、ファイルそのものをドロップしてください。
    .who = you
problem-log-unwritable = 記録を保存できなかったため、発信は行われませんでした
    .cause = Ringforは何かを送る前に発信を必ず記録しますが、履歴ファイルに書き込めません。
    .fix = ディスクに空きがあり、書き込めることを確認してから、もう一度発信してください。
    .who = you
problem-outcome-unwritten = 結果をまだ保存できていません
    .cause = ここに表示されている内容は正確ですが、今は履歴ファイルに書き込めません。ディスクがいっぱいの可能性があります。
    .fix = ディスクの空きを増やし、Ringforを開いたままにしてください。自動で再試行します。
    .who = you
problem-disk-full = ディスクがいっぱいです
    .cause = 発信を記録する空きがありません。記録がなければ、何も送信しません。
    .fix = ディスクの空きを増やしてから、もう一度試してください。
    .who = you
problem-database-damaged = 履歴ファイルが壊れています
    .cause = { $path }をRingforのデータベースとして読み取れません。ファイルはそのまま残してあります。
    .fix = バックアップからファイルを復元するか、別の場所に移してRingforに新しいファイルを作らせてください。
    .who = you
problem-database-newer = このデータは新しいバージョンのRingforのものです
    .cause = { $path }は新しいバージョンで書き込まれたため、変更していません。
    .fix = 新しいバージョンのRingforをもう一度インストールしてください。
    .who = you
problem-data-dir-unwritable = データを保存できません
    .cause = { $path }に書き込めません。発信の記録ができないため、Ringforは発信しません。
    .fix = このディレクトリへの書き込みを許可するか、RINGFOR_DATA_DIRで別のディレクトリを指定してください。
    .who = you
problem-data-dir-in-use = Ringforはすでに開いています
    .cause = 別のRingforが{ $path }のデータを使っています。
    .fix = すでに開いているウィンドウを使うか、それを閉じてからもう一度試してください。
    .who = you

problem-data-dir-network = ネットワーク共有にはデータを保存できません
    .cause = { $path }はネットワーク共有にあり、通話の記録が安全に保たれません。
    .fix = RINGFOR_DATA_DIRで、このコンピューターのディレクトリを指定してください。
    .who = you
problem-preferences-set-aside = 環境設定を別に保管しました
    .cause = 環境設定ファイルを読み取れませんでした。ファイルは{ $path }として残し、Ringforは標準の環境設定で起動しました。
    .fix = 設定で外観をもう一度選んでください。接続と履歴に影響はありません。
    .who = you
problem-call-pending = { $agent }の別の発信が進行中です
    .cause = { $number }への発信の結果がまだ分かっていません。エージェントの通話は一度に1件です。
    .fix = 結果が分かるまで待ってから、もう一度発信してください。
    .who = you
problem-country-unknown = 国コード{ $country }はありません
    .cause = +のない番号は、2文字の国コードを使って読み取ります。
    .fix = USやDEのようなコードを使ってください。
    .who = you
problem-line-unreadable = この行を読み取れません
    .cause = 1行は国、タブ、番号からなり、UTF-8で4096バイトまでです。
    .fix = 行を直してください。
    .who = you
problem-attempt-ambiguous = 複数の発信が当てはまります
    .cause = 指定された文字は複数の発信に一致します。
    .fix = 発信IDをもっと長く指定してください。IDは履歴にあります。
    .who = you
problem-attempt-missing = この発信は履歴にありません
    .cause = このコンピューターの記録にないか、なくなっています。
    .fix = 履歴で検索してください。
    .who = you
problem-note-too-long = メモが長すぎます
    .cause = メモは{ $limit }文字までです。
    .fix = 短くして、もう一度保存してください。
    .who = you
problem-contact-name-missing = 連絡先に名前がありません
    .cause = 名前が空です。
    .fix = 名前を入力してください。
    .who = you
problem-contact-number-missing = 連絡先に番号がありません
    .cause = 連絡先には少なくとも1つの番号が必要です。
    .fix = 番号を追加してください。
    .who = you
problem-contact-too-long = 1つの連絡先には多すぎます
    .cause = 1つの連絡先の番号は{ $numbers }個まで、名前とラベルは{ $limit }文字までです。
    .fix = 短くするか、連絡先を2つに分けてください。
    .who = you
problem-contact-missing = この連絡先はもうありません
    .cause = その間に削除されました。
    .fix = まだ必要な場合は、もう一度追加してください。
    .who = you
problem-internal = Ringforの内部で問題が起きました
    .cause = これはプログラムの不具合で、操作によるものではありません。
    .fix = 詳細をコピーして報告してください。もう一度発信する前に、履歴を確認してください。
    .who = you
