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
onboarding-connect-note = 組織のOAuthクライアントのIDとシークレットを使います。
onboarding-sandbox = サンドボックスで試す
onboarding-sandbox-note = このコンピューター上の模擬Genesys Cloudと架空のチームです。実際の発信は行われません。
onboarding-starting-sandbox = サンドボックスを起動しています…
onboarding-form-title = Genesys Cloudに接続
onboarding-form-intro = OAuthクライアントは、管理者がGenesys CloudのAdmin、Integrations、OAuthで、付与タイプClient Credentialsを指定して作成します。そのロールには、ユーザーの表示と発信の権限が必要です。

## Full-screen problem

failed-title = Ringforを開けませんでした
failed-retrying = 再試行しています…

## Dial card: the agent

agent-label = 発信するエージェント
agent-placeholder = エージェントの名前またはメールアドレス
agent-placeholder-email = エージェントのメールアドレス全体
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
advice-auto-answer = 電話機が自動で応答しますが、誰もいないようです。誰も出ないまま顧客に発信されることになります。
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
