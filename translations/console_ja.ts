<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>ConnectionTexts</name>
    <message>
        <source>Not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Unknown certificate</source>
        <translation>不明な証明書</translation>
    </message>
    <message>
        <source>Certificate changed</source>
        <translation>証明書が変更された</translation>
    </message>
    <message>
        <source>No admin API</source>
        <translation>管理 API なし</translation>
    </message>
    <message>
        <source>Server too old</source>
        <translation>サーバーが古すぎる</translation>
    </message>
    <message>
        <source>Server too new</source>
        <translation>サーバーが新しすぎる</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>サインインが必要</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>サインイン中</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>再接続中</translation>
    </message>
    <message>
        <source>Not connected to %1.</source>
        <translation>%1 に接続していません。</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>%1 に接続しています…</translation>
    </message>
    <message>
        <source>No known authority vouches for the certificate of %1. Look at it before you go on.</source>
        <translation>%1 の証明書は既知の認証局によって保証されていません。続ける前に内容を確認してください。</translation>
    </message>
    <message>
        <source>Stopped: %1 shows another certificate than the one you told this computer to remember. Somebody may be reading along, or the server got a new certificate.</source>
        <translation>停止しました: %1 の証明書は、このコンピューターに記憶させたものと異なります。通信が盗み見られているか、サーバーの証明書が新しくなった可能性があります。</translation>
    </message>
    <message>
        <source>%1 answers, but not as a CodeTogether edge server with an admin API does. Check port and path.</source>
        <translation>%1 は応答しますが、管理 API を備えた CodeTogether エッジサーバーの応答ではありません。ポートとパスを確認してください。</translation>
    </message>
    <message>
        <source>The server %1 is older than this console understands. Update the server.</source>
        <translation>サーバー %1 はこのコンソールが対応するものより古いです。サーバーを更新してください。</translation>
    </message>
    <message>
        <source>The server %1 is newer than this console understands. Update the console.</source>
        <translation>サーバー %1 はこのコンソールが対応するものより新しいです。コンソールを更新してください。</translation>
    </message>
    <message>
        <source>Sign in to %1.</source>
        <translation>%1 にサインインしてください。</translation>
    </message>
    <message>
        <source>User and password, or the token, are not right. Try again.</source>
        <translation>ユーザーとパスワード、またはトークンが正しくありません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>Signing in to %1…</source>
        <translation>%1 にサインインしています…</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>%1 に接続しています。</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>再試行しています…</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>次の試行まで %n 秒。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There were too many tries. Try again in %n second(s).</source>
        <translation>
            <numerusform>試行回数が多すぎます。%n 秒後にもう一度お試しください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo server</source>
        <translation>デモサーバー</translation>
    </message>
    <message>
        <source>The demo does not do this</source>
        <translation>デモではこの操作はできません</translation>
    </message>
    <message>
        <source>Connect to a server to try it.</source>
        <translation>試すにはサーバーに接続してください。</translation>
    </message>
</context>
<context>
    <name>FailureTexts</name>
    <message>
        <source>There is no computer of that name. Check the address.</source>
        <translation>その名前のコンピューターはありません。アドレスを確認してください。</translation>
    </message>
    <message>
        <source>Nothing listens at that address and port. Is the server running?</source>
        <translation>そのアドレスとポートでは何も待ち受けていません。サーバーは動いていますか?</translation>
    </message>
    <message>
        <source>The server did not answer in time. Check the address and the network between.</source>
        <translation>サーバーが時間内に応答しませんでした。アドレスと途中のネットワークを確認してください。</translation>
    </message>
    <message>
        <source>The connection was closed without an answer. Does the port expect https:// or http://?</source>
        <translation>応答のないまま接続が閉じられました。このポートは https:// と http:// のどちらですか?</translation>
    </message>
    <message>
        <source>No secure connection could be made. If this port has no TLS, write http:// before the address.</source>
        <translation>安全な接続を確立できませんでした。このポートが TLS を使わない場合は、アドレスの前に http:// を付けてください。</translation>
    </message>
    <message>
        <source>Something answers there, but not as an Open Collaboration server does. Check port and path.</source>
        <translation>何かが応答しますが、Open Collaboration サーバーの応答ではありません。ポートとパスを確認してください。</translation>
    </message>
    <message>
        <source>The server is too busy to answer. Try again in a moment.</source>
        <translation>サーバーが混み合っていて応答できません。しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has to be looked at first.</source>
        <translation>先にサーバーの証明書を確認する必要があります。</translation>
    </message>
    <message>
        <source>Passwords are sent to another computer over https:// only. Write https:// before the address.</source>
        <translation>パスワードを別のコンピューターへ送るのは https:// の場合だけです。アドレスの前に https:// を付けてください。</translation>
    </message>
    <message>
        <source>The server&apos;s answer is too long to be shown.</source>
        <translation>サーバーの応答が長すぎて表示できません。</translation>
    </message>
    <message>
        <source>You are not signed in, or no longer. Sign in again.</source>
        <translation>サインインしていないか、サインインが終了しました。もう一度サインインしてください。</translation>
    </message>
    <message>
        <source>The server does not allow this.</source>
        <translation>サーバーはこの操作を許可していません。</translation>
    </message>
    <message>
        <source>The server does not know it, or no longer.</source>
        <translation>サーバーには存在しないか、もう存在しません。</translation>
    </message>
    <message>
        <source>This can&apos;t be done as things stand.</source>
        <translation>現在の状態ではこの操作はできません。</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Compare before you save.</source>
        <translation>その間に別の人が変更しました。保存する前に比べてください。</translation>
    </message>
    <message>
        <source>The server did not take what was entered.</source>
        <translation>サーバーは入力を受け付けませんでした。</translation>
    </message>
    <message>
        <source>Something went wrong on the way to the server, or there.</source>
        <translation>サーバーへの途中、またはサーバーで問題が起きました。</translation>
    </message>
    <message>
        <source>This is no server address. It looks like https://edge.example.org or http://localhost:1080, without user and password.</source>
        <translation>これはサーバーのアドレスではありません。https://edge.example.org や http://localhost:1080 のように、ユーザーとパスワードを含めずに入力してください。</translation>
    </message>
    <message>
        <source>Your sign-in has ended because nobody was here for a while. Sign in again: what you have typed is still there.</source>
        <translation>しばらく操作がなかったため、サインインが終了しました。もう一度サインインしてください。入力した内容は残っています。</translation>
    </message>
</context>
<context>
    <name>LicenceWords</name>
    <message>
        <source>The server&apos;s clock has been set back: the licence does not count until it is right.</source>
        <translation>サーバーの時計が戻されています。正しくなるまでライセンスは有効になりません。</translation>
    </message>
    <message>
        <source>The licence is valid.</source>
        <translation>ライセンスは有効です。</translation>
    </message>
    <message>
        <source>The licence is valid, but ends soon. Ask for the next one.</source>
        <translation>ライセンスは有効ですが、まもなく終了します。次のライセンスを申請してください。</translation>
    </message>
    <message>
        <source>The licence has expired. Sessions go on with what the server gives without one.</source>
        <translation>ライセンスの期限が切れました。セッションはライセンスなしの範囲で続きます。</translation>
    </message>
    <message>
        <source>There is no licence: the server runs in community mode.</source>
        <translation>ライセンスはありません。サーバーはコミュニティモードで動作しています。</translation>
    </message>
    <message>
        <source>The licence is not valid. Sessions go on with what the server gives without one.</source>
        <translation>ライセンスは無効です。セッションはライセンスなしの範囲で続きます。</translation>
    </message>
    <message numerus="yes">
        <source>ended %n days ago</source>
        <translation>
            <numerusform>%n 日前に終了</numerusform>
        </translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>今日で終了</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>残り %n 日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats in use, without a limit</source>
        <translation>
            <numerusform>%Ln 席使用中、上限なし</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 seats in use</source>
        <extracomment>%1 is how many there are</extracomment>
        <translation>
            <numerusform>%1 席中 %Ln 席使用中</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is there</source>
        <translation>すべて揃っています</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>足りないものがあります</translation>
    </message>
    <message>
        <source>The number of connections can be read</source>
        <translation>接続数を読み取れます</translation>
    </message>
    <message>
        <source>The number of connections can&apos;t be read</source>
        <translation>接続数を読み取れません</translation>
    </message>
    <message>
        <source>The last day can be read</source>
        <translation>最終日を読み取れます</translation>
    </message>
    <message>
        <source>The last day can&apos;t be read</source>
        <translation>最終日を読み取れません</translation>
    </message>
    <message>
        <source>This server knows the issuer</source>
        <translation>このサーバーは発行元を知っています</translation>
    </message>
    <message>
        <source>This server does not know the issuer</source>
        <translation>このサーバーは発行元を知りません</translation>
    </message>
    <message>
        <source>The signature fits</source>
        <translation>署名が一致します</translation>
    </message>
    <message>
        <source>The signature does not fit</source>
        <translation>署名が一致しません</translation>
    </message>
    <message>
        <source>without a limit</source>
        <translation>上限なし</translation>
    </message>
    <message numerus="yes">
        <source>%Ln at once</source>
        <translation>
            <numerusform>同時に %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>none named</source>
        <translation>指定なし</translation>
    </message>
</context>
<context>
    <name>PageTable</name>
    <message>
        <source>&amp;Credentials</source>
        <translation>資格情報(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>ライセンス(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Metrics</source>
        <translation>メトリクス(&amp;M)</translation>
    </message>
    <message>
        <source>C&amp;ertificate</source>
        <translation>証明書(&amp;E)</translation>
    </message>
    <message>
        <source>Client &amp;Packages</source>
        <translation>クライアントパッケージ(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation>監査(&amp;A)</translation>
    </message>
    <message>
        <source>Lo&amp;gs</source>
        <translation>ログ(&amp;G)</translation>
    </message>
    <message>
        <source>Con&amp;figuration</source>
        <translation>構成(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Health</source>
        <translation>稼働状況(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>セッション(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>概要(&amp;O)</translation>
    </message>
</context>
<context>
    <name>ProfileTexts</name>
    <message>
        <source>Give the profile a name.</source>
        <translation>プロファイルに名前を付けてください。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名前が長すぎます。</translation>
    </message>
    <message>
        <source>The user&apos;s name is too long.</source>
        <translation>ユーザー名が長すぎます。</translation>
    </message>
    <message>
        <source>The address is not one of a server. It looks like https://edge.example.org.</source>
        <translation>サーバーのアドレスではありません。https://edge.example.org のように入力してください。</translation>
    </message>
    <message>
        <source>The remembered certificate is damaged.</source>
        <translation>記憶された証明書が壊れています。</translation>
    </message>
    <message>
        <source>There are too many profiles.</source>
        <translation>プロファイルが多すぎます。</translation>
    </message>
    <message>
        <source>The settings file can&apos;t be written.</source>
        <translation>設定ファイルに書き込めません。</translation>
    </message>
    <message>
        <source>This file is too large for profiles.</source>
        <translation>このファイルはプロファイルにしては大きすぎます。</translation>
    </message>
    <message>
        <source>This file holds no profiles of this program.</source>
        <translation>このファイルにはこのプログラムのプロファイルがありません。</translation>
    </message>
    <message>
        <source>A newer version of this program has written this file.</source>
        <translation>このファイルは、このプログラムの新しいバージョンで書かれています。</translation>
    </message>
    <message>
        <source>Nothing was imported. Entry %1: %2</source>
        <extracomment>%1 is the number of an entry of a file, %2 a sentence that says what is wrong with it</extracomment>
        <translation>何も取り込まれませんでした。項目 %1: %2</translation>
    </message>
</context>
<context>
    <name>ct::console::app::CertificateDialog</name>
    <message>
        <source>Unknown Certificate</source>
        <translation>不明な証明書</translation>
    </message>
    <message>
        <source>Certificate Changed</source>
        <translation>証明書の変更</translation>
    </message>
    <message>
        <source>No known authority vouches for the certificate of %1. Go on only if its fingerprint is the one the server&apos;s keeper tells you; else somebody may be reading along.</source>
        <translation>%1 の証明書は既知の認証局によって保証されていません。フィンガープリントがサーバー管理者から伝えられたものと同じ場合だけ続けてください。そうでなければ通信が盗み見られている可能性があります。</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one that this computer remembers. If nobody has told you that the server gets a new one, somebody may be reading along: refuse, and ask the server&apos;s keeper for the fingerprint.</source>
        <translation>%1 の証明書は、このコンピューターが記憶しているものと異なります。新しい証明書になると知らされていない場合は、通信が盗み見られている可能性があります。拒否して、サーバー管理者にフィンガープリントを確認してください。</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>SHA-256 フィンガープリント:</translation>
    </message>
    <message>
        <source>Remembered one:</source>
        <translation>記憶されたもの:</translation>
    </message>
    <message>
        <source>Made out to:</source>
        <translation>発行先:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>発行者:</translation>
    </message>
    <message>
        <source>Valid from:</source>
        <translation>有効期間の開始:</translation>
    </message>
    <message>
        <source>Valid until:</source>
        <translation>有効期限:</translation>
    </message>
    <message>
        <source>In doubt because:</source>
        <translation>疑わしい理由:</translation>
    </message>
    <message>
        <source>Connect &amp;Once</source>
        <translation>今回だけ接続(&amp;O)</translation>
    </message>
    <message>
        <source>Re&amp;member It</source>
        <translation>記憶する(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Refuse</source>
        <translation>拒否(&amp;R)</translation>
    </message>
</context>
<context>
    <name>ct::console::app::CommandSearch</name>
    <message>
        <source>Search for a Command</source>
        <translation>コマンドの検索</translation>
    </message>
    <message>
        <source>Type some words of what you want to do</source>
        <translation>したいことを表す言葉を入力してください</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>コマンドを検索</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ConnectionView</name>
    <message>
        <source>Sign in to %1</source>
        <translation>%1 にサインイン</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>接続(&amp;C)</translation>
    </message>
    <message>
        <source>Look at the Certi&amp;ficate…</source>
        <translation>証明書を確認(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>再試行(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Try Now</source>
        <translation>今すぐ試す(&amp;T)</translation>
    </message>
</context>
<context>
    <name>ct::console::app::MainWindow</name>
    <message>
        <source>CodeTogether Console</source>
        <translation>CodeTogether コンソール</translation>
    </message>
    <message>
        <source>No server yet.</source>
        <translation>サーバーはまだありません。</translation>
    </message>
    <message>
        <source>Add the server you look after: you need its address, and its user and password. A server that has just been installed tells them in its log.</source>
        <translation>管理するサーバーを追加してください。アドレスとユーザー、パスワードが必要です。インストールしたばかりのサーバーは、それらをログに書き出します。</translation>
    </message>
    <message>
        <source>&amp;Add a Server…</source>
        <translation>サーバーを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>There is no page %1.</source>
        <translation>ページ %1 はありません。</translation>
    </message>
    <message>
        <source>%1 as %2 · version %3</source>
        <comment>state, user, version</comment>
        <translation>%1（%2）・バージョン %3</translation>
    </message>
    <message>
        <source>%1 – CodeTogether Console</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation>%1 – CodeTogether コンソール</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>保存されていない変更</translation>
    </message>
    <message>
        <source>These pages have changes that are not saved: %1.
Do you want to lose them?</source>
        <translation>次のページには保存されていない変更があります: %1。
変更を失ってもよろしいですか?</translation>
    </message>
    <message>
        <source>Remove a Server</source>
        <translation>サーバーの削除</translation>
    </message>
    <message>
        <source>%1 is taken off the list, and its password is forgotten on this computer. Nothing changes on the server.</source>
        <translation>%1 を一覧から外し、このコンピューターからパスワードを消します。サーバーには何の変更もありません。</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>サーバー(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Add Server…</source>
        <translation>サーバーを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>C&amp;hange Server…</source>
        <translation>サーバーを変更(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Remove Server…</source>
        <translation>サーバーを削除(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>接続(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>切断(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>ページ(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>更新(&amp;R)</translation>
    </message>
    <message>
        <source>Search for a &amp;Command…</source>
        <translation>コマンドを検索(&amp;C)…</translation>
    </message>
    <message>
        <source>Go to the List of &amp;Servers</source>
        <translation>サーバー一覧へ移動(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About This Program</source>
        <translation>このプログラムについて(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Qt について(&amp;Q)</translation>
    </message>
    <message>
        <source>Tool Bar</source>
        <translation>ツールバー</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Show the List of Servers</source>
        <translation>サーバー一覧を表示</translation>
    </message>
    <message>
        <source>About This Program</source>
        <translation>このプログラムについて</translation>
    </message>
    <message>
        <source>CodeTogether Console %1
Looks after CodeTogether edge servers.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>CodeTogether コンソール %1
CodeTogether エッジサーバーを管理します。
GNU General Public License バージョン 3 以降に基づく自由ソフトウェアです。</translation>
    </message>
    <message>
        <source>&amp;Import Servers…</source>
        <translation>サーバーを取り込む(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export Servers…</source>
        <translation>サーバーを書き出す(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerDialog</name>
    <message>
        <source>&amp;Add and Connect</source>
        <translation>追加して接続(&amp;A)</translation>
    </message>
    <message>
        <source>Add a Server</source>
        <translation>サーバーの追加</translation>
    </message>
    <message>
        <source>The address, if empty</source>
        <translation>空の場合はアドレス</translation>
    </message>
    <message>
        <source>Asked for when signing in, if empty</source>
        <translation>空の場合はサインイン時に入力</translation>
    </message>
    <message>
        <source>&amp;Server address:</source>
        <translation>サーバーのアドレス(&amp;S):</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名前(&amp;N):</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>ユーザー(&amp;U):</translation>
    </message>
    <message>
        <source>Change a Server</source>
        <translation>サーバーの変更</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerFiles</name>
    <message>
        <source>Import Servers</source>
        <translation>サーバーの取り込み</translation>
    </message>
    <message>
        <source>Lists of servers (*.json)</source>
        <translation>サーバー一覧 (*.json)</translation>
    </message>
    <message>
        <source>Export Servers</source>
        <translation>サーバーの書き出し</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>このファイルを読み込めません: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n servers added</source>
        <translation>
            <numerusform>%n 台のサーバーを追加</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already</source>
        <translation>
            <numerusform>%n 台は登録済み</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <extracomment>%1 and %2 are sentences without an end</extracomment>
        <translation>%1、%2。</translation>
    </message>
    <message>
        <source>The servers are in %1, without passwords.</source>
        <translation>サーバーを %1 に書き出しました。パスワードは含みません。</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>ファイルに書き込めませんでした: %1</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerKeeper</name>
    <message>
        <source>Not remembered on this computer: there is no unlocked keychain. It is kept until this program ends.</source>
        <translation>このコンピューターには記憶されません。ロック解除されたキーチェーンがないためです。このプログラムが終了するまで保持されます。</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerList</name>
    <message>
        <source>Servers and their pages</source>
        <translation>サーバーとそのページ</translation>
    </message>
</context>
<context>
    <name>ct::console::app::SignInPanel</name>
    <message>
        <source>Sign in with an &amp;API token</source>
        <translation>API トークンでサインイン(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remember on this computer</source>
        <translation>このコンピューターに記憶する(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>サインイン(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>ユーザー(&amp;U):</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>パスワード(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>トークン(&amp;T):</translation>
    </message>
    <message>
        <source>Enter the token.</source>
        <translation>トークンを入力してください。</translation>
    </message>
    <message>
        <source>Enter user and password.</source>
        <translation>ユーザーとパスワードを入力してください。</translation>
    </message>
</context>
<context>
    <name>ct::console::models::AuditModel</name>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>誰が</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>どこから</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>ct::console::models::BanModel</name>
    <message>
        <source>address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>account</source>
        <translation>アカウント</translation>
    </message>
    <message>
        <source>every session</source>
        <translation>すべてのセッション</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>セッション %1</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>終了まで</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>識別方法</translation>
    </message>
    <message>
        <source>Kept out of</source>
        <translation>禁止の範囲</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Banned by</source>
        <translation>禁止した人</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始</translation>
    </message>
</context>
<context>
    <name>ct::console::models::LockoutModel</name>
    <message>
        <source>signing in to sessions</source>
        <translation>セッションへのサインイン</translation>
    </message>
    <message>
        <source>dashboard and console</source>
        <translation>ダッシュボードとコンソール</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Locked out of</source>
        <translation>ロックの対象</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失敗回数</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>期限</translation>
    </message>
</context>
<context>
    <name>ct::console::models::PackageModel</name>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>For</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>パッケージ</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Knows this server</source>
        <translation>このサーバーを設定済み</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始</translation>
    </message>
</context>
<context>
    <name>ct::console::models::SessionModel</name>
    <message numerus="yes">
        <source>%Ln participant(s)</source>
        <translation>
            <numerusform>参加者 %Ln 人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 &lt;%2&gt;</source>
        <extracomment>%1 is a name, %2 an e-mail address</extracomment>
        <translation>%1 &lt;%2&gt;</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>ゲスト</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>Waiting for it to come back</source>
        <translation>再接続待ち</translation>
    </message>
    <message>
        <source>Session / Participant</source>
        <translation>セッション / 参加者</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>トランスポート</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>ct::console::models::SettingModel</name>
    <message>
        <source>default</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>environment variable</source>
        <translation>環境変数</translation>
    </message>
    <message>
        <source>flag of the command line</source>
        <translation>コマンドラインのフラグ</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>由来</translation>
    </message>
</context>
<context>
    <name>ct::console::models::TokenModel</name>
    <message>
        <source>expired on %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>%1 に期限切れ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>reading only</source>
        <translation>読み取りのみ</translation>
    </message>
    <message>
        <source>reading and changing</source>
        <translation>読み取りと変更</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>最終使用</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AlarmList</name>
    <message>
        <source>Records</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Audit to syslog</source>
        <translation>syslog への監査</translation>
    </message>
    <message>
        <source>Audit to the webhook</source>
        <translation>Webhook への監査</translation>
    </message>
    <message>
        <source>Audit retention</source>
        <translation>監査の保存</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>警報</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a part of the server, %2 what is wrong with it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: near or over the limit, %2</source>
        <translation>%1: 上限に近いか超過、%2</translation>
    </message>
    <message>
        <source>Nothing needs to be seen to.</source>
        <translation>対応が必要なものはありません。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AuditFilter</name>
    <message>
        <source>&amp;Days:</source>
        <translation>期間(&amp;D):</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>What administrators did</source>
        <translation>管理者の操作</translation>
    </message>
    <message>
        <source>Sign-ins of administrators</source>
        <translation>管理者のサインイン</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>The server itself</source>
        <translation>サーバー自体</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>誰が</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>最初の日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AuditPage</name>
    <message>
        <source>&amp;Verify</source>
        <translation>検証(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>エクスポート(&amp;E)…</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>監査項目</translation>
    </message>
    <message>
        <source>Entries are chained: Verify finds any that was changed or removed.</source>
        <translation>項目は連鎖しています。検証すると、変更または削除された項目が見つかります。</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>まだ何も起きていません。</translation>
    </message>
    <message>
        <source>Sign-ins, sessions and changes appear here once there are any.</source>
        <translation>サインイン、セッション、変更があるとここに表示されます。</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>もう一度確認(&amp;L)</translation>
    </message>
    <message>
        <source>No entry fits the filter.</source>
        <translation>フィルターに合う項目はありません。</translation>
    </message>
    <message>
        <source>Show everything, or choose other days, people or things.</source>
        <translation>すべて表示するか、別の期間、人、対象を選んでください。</translation>
    </message>
    <message>
        <source>&amp;Show Everything</source>
        <translation>すべて表示(&amp;S)</translation>
    </message>
    <message>
        <source>Checking the entries…</source>
        <translation>項目を検証しています…</translation>
    </message>
    <message>
        <source>The entries could not be checked.</source>
        <translation>項目を検証できませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln entries are as they were written.</source>
        <translation>
            <numerusform>%Ln 件の項目はすべて書き込まれたときのままです。</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody has changed the entries: %1</source>
        <translation>項目が改ざんされています: %1</translation>
    </message>
    <message>
        <source>Those up to number %1 were purged on %2, as the settings have it.</source>
        <extracomment>%1 is the number of an entry, %2 a date</extracomment>
        <translation>番号 %1 までの項目は、設定に従って %2 に削除されました。</translation>
    </message>
    <message>
        <source>Lines of JSON (*.ndjson)</source>
        <translation>JSON 行 (*.ndjson)</translation>
    </message>
    <message>
        <source>Export Audit</source>
        <translation>監査のエクスポート</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>ファイルに書き込めませんでした: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries exported.</source>
        <translation>
            <numerusform>%Ln 件の項目をエクスポートしました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ct::console::pages::BanDialog</name>
    <message>
        <source>By their &amp;account</source>
        <extracomment>the account that somebody has signed in with</extracomment>
        <translation>アカウントで(&amp;A)</translation>
    </message>
    <message>
        <source>By their a&amp;ddress %1</source>
        <extracomment>%1 is the address</extracomment>
        <translation>アドレス %1 で(&amp;D)</translation>
    </message>
    <message>
        <source>From this &amp;session, until it ends</source>
        <translation>このセッションから、終了するまで(&amp;S)</translation>
    </message>
    <message>
        <source>From e&amp;very session, for</source>
        <translation>すべてのセッションから(&amp;V)</translation>
    </message>
    <message>
        <source>Ban a Participant</source>
        <translation>参加者の禁止</translation>
    </message>
    <message>
        <source>Who is kept out</source>
        <translation>禁止の対象</translation>
    </message>
    <message>
        <source>From what, and for how long</source>
        <translation>禁止の範囲と期間</translation>
    </message>
    <message>
        <source>&amp;Ban</source>
        <translation>禁止(&amp;B)</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Unit of the time</source>
        <translation>時間の単位</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>%1 is taken out and told so, and cannot come back to this session with the same account until it ends. The others go on.</source>
        <translation>%1 は退出させられて通知を受け、このセッションが終わるまで同じアカウントでは戻れません。ほかの人は続けられます。</translation>
    </message>
    <message>
        <source>Everybody at the address %1 but the host is taken out and told so, %2 among them, and cannot come back to this session until it ends.</source>
        <translation>アドレス %1 にいるホスト以外の全員 (%2 を含む) は退出させられて通知を受け、このセッションが終わるまで戻れません。</translation>
    </message>
    <message>
        <source>%1 is taken out of every session of this server and told so, and cannot join any with the same account until %2.</source>
        <translation>%1 はこのサーバーのすべてのセッションから退出させられて通知を受け、%2 まで同じアカウントではどれにも参加できません。</translation>
    </message>
    <message>
        <source>Everybody at the address %1 is taken out of every session of this server and told so, %2 among them, and cannot join any until %3. Sessions that are shared from there go on.</source>
        <translation>アドレス %1 にいる全員 (%2 を含む) はこのサーバーのすべてのセッションから退出させられて通知を受け、%3 まで参加できません。そこから共有されているセッションは続きます。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::BansBox</name>
    <message>
        <source>Kept out</source>
        <translation>禁止中</translation>
    </message>
    <message>
        <source>&amp;Let In Again…</source>
        <translation>再び許可(&amp;L)…</translation>
    </message>
    <message>
        <source>Who is kept out</source>
        <translation>禁止の対象</translation>
    </message>
    <message>
        <source>Let In Again</source>
        <translation>再び許可</translation>
    </message>
    <message>
        <source>Let %1 in again? They may then join sessions of this server as everybody does.</source>
        <translation>%1 を再び許可しますか? ほかの人と同じようにこのサーバーのセッションに参加できるようになります。</translation>
    </message>
    <message>
        <source>Let %1 in again? They may then ask the host of the session to join it, as everybody does.</source>
        <translation>%1 を再び許可しますか? ほかの人と同じように、セッションのホストに参加を求められるようになります。</translation>
    </message>
    <message>
        <source>&amp;Let In</source>
        <translation>許可(&amp;L)</translation>
    </message>
    <message>
        <source>%1 may come in again.</source>
        <translation>%1 は再び参加できます。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CertificatePage</name>
    <message>
        <source>&amp;Read Certificate Anew</source>
        <translation>証明書を読み直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Certificate of the server</source>
        <translation>サーバーの証明書</translation>
    </message>
    <message>
        <source>Made out to:</source>
        <translation>発行先:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>発行者:</translation>
    </message>
    <message>
        <source>Good for:</source>
        <translation>対象:</translation>
    </message>
    <message>
        <source>Good from:</source>
        <translation>有効期間の開始:</translation>
    </message>
    <message>
        <source>Good until:</source>
        <translation>有効期限:</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>SHA-256 フィンガープリント:</translation>
    </message>
    <message>
        <source>After its files were replaced, the server reads them anew by itself at its next reload, or now. New connections get the new one; sessions go on.</source>
        <translation>ファイルを置き換えると、サーバーは次の再読み込み時、または今すぐ読み直します。新しい接続には新しい証明書が使われ、セッションは続きます。</translation>
    </message>
    <message>
        <source>itself: no authority vouches for it</source>
        <translation>自己署名: 認証局による保証はありません</translation>
    </message>
    <message>
        <source>It is not good yet: browsers and editors refuse it.</source>
        <translation>まだ有効になっていません。ブラウザーとエディターは拒否します。</translation>
    </message>
    <message>
        <source>It has ended: browsers and editors refuse it.</source>
        <translation>期限が切れています。ブラウザーとエディターは拒否します。</translation>
    </message>
    <message numerus="yes">
        <source>It ends in %n days: get another one.</source>
        <translation>
            <numerusform>あと %n 日で切れます。新しいものを用意してください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is good for %Ln more days.</source>
        <translation>
            <numerusform>あと %Ln 日有効です。</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate was read anew.</source>
        <translation>証明書を読み直しました。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::ConfigurationPage</name>
    <message>
        <source>&amp;Only what is set</source>
        <translation>設定されたものだけ(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Read Settings Anew</source>
        <translation>設定を読み直す(&amp;R)</translation>
    </message>
    <message>
        <source>Search settings, values and explanations</source>
        <translation>設定、値、説明を検索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Settings are changed where they come from. Reading them anew ends no session.</source>
        <translation>設定は由来する場所で変更します。読み直してもセッションは終了しません。</translation>
    </message>
    <message>
        <source>Choose a setting to read what it is for.</source>
        <translation>設定を選ぶと説明が表示されます。</translation>
    </message>
    <message>
        <source>It is a secret, so its value is not shown.</source>
        <translation>秘密の設定のため、値は表示されません。</translation>
    </message>
    <message>
        <source>A change counts from the next start on.</source>
        <translation>変更は次の起動から有効になります。</translation>
    </message>
    <message>
        <source>A change counts once the settings are read anew.</source>
        <translation>変更は設定を読み直すと有効になります。</translation>
    </message>
    <message>
        <source>Nothing has changed, since the settings are wrong:</source>
        <translation>設定に誤りがあるため、何も変更されていません:</translation>
    </message>
    <message>
        <source>Read. No setting is another one.</source>
        <translation>読み直しました。変わった設定はありません。</translation>
    </message>
    <message>
        <source>These count from now on: %1</source>
        <translation>今から有効: %1</translation>
    </message>
    <message>
        <source>These wait for a restart: %1</source>
        <translation>再起動後に有効: %1</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CredentialsForm</name>
    <message>
        <source>User and password</source>
        <translation>ユーザーとパスワード</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>ユーザー(&amp;U):</translation>
    </message>
    <message>
        <source>New &amp;password:</source>
        <translation>新しいパスワード(&amp;P):</translation>
    </message>
    <message>
        <source>Strength of the password</source>
        <translation>パスワードの強さ</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>強さ:</translation>
    </message>
    <message>
        <source>&amp;Repeat it:</source>
        <translation>もう一度(&amp;R):</translation>
    </message>
    <message>
        <source>The server has made the present password at its start and told it in its log. The next start makes another one: set one of your own.</source>
        <translation>現在のパスワードは、サーバーが起動時に作成してログに書き出したものです。次の起動では別のものになるので、自分のパスワードを設定してください。</translation>
    </message>
    <message>
        <source>The server keeps the present ones; they were set by an administrator.</source>
        <translation>現在の資格情報は管理者が設定し、サーバーが保存しています。</translation>
    </message>
    <message>
        <source>The server&apos;s environment has the present ones (%1). They can be changed there only.</source>
        <translation>現在の資格情報はサーバーの環境変数にあります（%1）。そこでのみ変更できます。</translation>
    </message>
    <message>
        <source>A user is needed.</source>
        <translation>ユーザーが必要です。</translation>
    </message>
    <message>
        <source>A user&apos;s name has no colon.</source>
        <translation>ユーザー名にコロンは使えません。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名前が長すぎます。</translation>
    </message>
    <message>
        <source>A new user needs a password, too.</source>
        <translation>新しいユーザーにはパスワードも必要です。</translation>
    </message>
    <message numerus="yes">
        <source>At least %n letters are needed.</source>
        <translation>
            <numerusform>少なくとも %n 文字が必要です。</numerusform>
        </translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>パスワードが長すぎます。</translation>
    </message>
    <message>
        <source>This is not the same.</source>
        <translation>一致していません。</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>弱い</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>まずまず</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>強い</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CredentialsPage</name>
    <message>
        <source>User and password are changed.</source>
        <translation>ユーザーとパスワードを変更しました。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>別のもの</translation>
    </message>
    <message>
        <source>the one you typed</source>
        <translation>入力したもの</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::HealthPage</name>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>バージョン:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>状態:</translation>
    </message>
    <message>
        <source>Running for:</source>
        <translation>稼働時間:</translation>
    </message>
    <message>
        <source>Process:</source>
        <translation>プロセス:</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>構成要素</translation>
    </message>
    <message>
        <source>Ready: takes new sessions</source>
        <translation>準備完了: 新しいセッションを受け付けます</translation>
    </message>
    <message>
        <source>Starting: takes no sessions yet</source>
        <translation>起動中: まだセッションを受け付けません</translation>
    </message>
    <message>
        <source>Draining: running sessions go on, new ones are refused</source>
        <translation>終了待ち: 進行中のセッションは続き、新しいものは拒否されます</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>needs to be seen to</source>
        <translation>対応が必要</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state: detail</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>1 分未満</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>days and hours, or hours and minutes</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1:</source>
        <extracomment>%1 is a part of the server</extracomment>
        <translation>%1:</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceHistory</name>
    <message>
        <source>How it was</source>
        <translation>これまでの推移</translation>
    </message>
    <message>
        <source>Seats used in 30 days</source>
        <translation>30 日間の使用席数</translation>
    </message>
    <message>
        <source>Seats used</source>
        <translation>使用席数</translation>
    </message>
    <message>
        <source>Limit of the licence</source>
        <translation>ライセンスの上限</translation>
    </message>
    <message>
        <source>Changes of the licence</source>
        <translation>ライセンスの変更</translation>
    </message>
    <message>
        <source>&amp;Seats of 30 Days</source>
        <translation>30 日間の席数(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>変更(&amp;C)</translation>
    </message>
    <message>
        <source>Nobody has changed the licence yet.</source>
        <translation>ライセンスはまだ変更されていません。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceInstaller</name>
    <message>
        <source>Install another licence</source>
        <translation>別のライセンスをインストール</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>現在有効</translation>
    </message>
    <message>
        <source>The new licence</source>
        <translation>新しいライセンス</translation>
    </message>
    <message>
        <source>&amp;Open File…</source>
        <translation>ファイルを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>インストール(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄(&amp;D)</translation>
    </message>
    <message>
        <source>Paste the licence here, or drop its file: lines such as CT_LICENSEE=… and CT_SIGNATURE=…</source>
        <translation>ライセンスをここに貼り付けるか、ファイルをドロップしてください。CT_LICENSEE=… や CT_SIGNATURE=… のような行です</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>ライセンスのテキスト</translation>
    </message>
    <message>
        <source>No licence can be found in this text.</source>
        <translation>このテキストにはライセンスが見つかりません。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Licensee</source>
        <translation>ライセンシー</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>接続数</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>Locator</source>
        <translation>ロケーター</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Open Licence</source>
        <translation>ライセンスを開く</translation>
    </message>
    <message>
        <source>Licences (*.properties *.txt *.lic)</source>
        <translation>ライセンス (*.properties *.txt *.lic)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>このファイルを読み込めません: %1</translation>
    </message>
    <message>
        <source>This file is too large for a licence.</source>
        <translation>このファイルはライセンスにしては大きすぎます。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicencePage</name>
    <message>
        <source>The licence is installed and in force.</source>
        <translation>ライセンスをインストールし、有効にしました。</translation>
    </message>
    <message>
        <source>Somebody else has changed the licence meanwhile. Look at what is in force now, and decide again.</source>
        <translation>その間に別の人がライセンスを変更しました。現在有効なものを確認して、もう一度決めてください。</translation>
    </message>
    <message>
        <source>Remove Licence</source>
        <translation>ライセンスの削除</translation>
    </message>
    <message>
        <source>Remove the licence? Sessions go on; how many people can come is then what the server gives without one.</source>
        <translation>ライセンスを削除しますか? セッションは続きます。参加できる人数はライセンスなしの範囲になります。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>The licence is removed.</source>
        <translation>ライセンスを削除しました。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceView</name>
    <message>
        <source>Licence in force</source>
        <translation>現在のライセンス</translation>
    </message>
    <message>
        <source>&amp;Remove Licence…</source>
        <translation>ライセンスを削除(&amp;R)…</translation>
    </message>
    <message>
        <source>Licensee:</source>
        <translation>ライセンシー:</translation>
    </message>
    <message>
        <source>Connections:</source>
        <translation>接続数:</translation>
    </message>
    <message>
        <source>Last day:</source>
        <translation>最終日:</translation>
    </message>
    <message>
        <source>Locator:</source>
        <translation>ロケーター:</translation>
    </message>
    <message>
        <source>Seats:</source>
        <translation>席数:</translation>
    </message>
    <message>
        <source>Checks:</source>
        <translation>検査:</translation>
    </message>
    <message>
        <source>The server&apos;s settings have it (CT_LICENSEE and its companions). It can be changed there only.</source>
        <translation>サーバーの設定（CT_LICENSEE など）にあります。そこでのみ変更できます。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LockoutsBox</name>
    <message>
        <source>Locked addresses</source>
        <translation>ロックされたアドレス</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>ロックを解除(&amp;U)</translation>
    </message>
    <message>
        <source>%1 may try again.</source>
        <translation>%1 は再び試せます。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LogView</name>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious</source>
        <translation>前へ(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>追従(&amp;F)</translation>
    </message>
    <message>
        <source>Every line</source>
        <translation>すべての行</translation>
    </message>
    <message>
        <source>Information and graver</source>
        <translation>情報以上</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告とエラー</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>レベル</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>ログの行</translation>
    </message>
    <message>
        <source>From the other end</source>
        <translation>反対側の端から</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LogsPage</name>
    <message>
        <source>&amp;Download…</source>
        <translation>ダウンロード(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Log:</source>
        <translation>ログ(&amp;L):</translation>
    </message>
    <message>
        <source>There are no logs.</source>
        <translation>ログはありません。</translation>
    </message>
    <message>
        <source>The server writes them to CT_LOG_DIR once there is something to say.</source>
        <translation>書くことがあると、サーバーが CT_LOG_DIR に書き出します。</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>もう一度確認(&amp;L)</translation>
    </message>
    <message>
        <source>Download Log</source>
        <translation>ログのダウンロード</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>ファイルに書き込めませんでした: %1</translation>
    </message>
    <message>
        <source>The log is in %1.</source>
        <translation>ログを %1 に保存しました。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricTile</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1, part of the limit</source>
        <translation>%1、上限に対する割合</translation>
    </message>
    <message>
        <source>Users online</source>
        <translation>オンラインのユーザー</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Connections in sessions</source>
        <translation>セッション内の接続</translation>
    </message>
    <message>
        <source>Server lag</source>
        <translation>サーバーの遅延</translation>
    </message>
    <message>
        <source>Sessions hosted so far</source>
        <translation>これまでのセッション</translation>
    </message>
    <message>
        <source>Clients downloaded so far</source>
        <translation>これまでのクライアントのダウンロード</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>上限なし</translation>
    </message>
    <message>
        <source>of at most %1</source>
        <extracomment>%1 is a number, or a time in milliseconds</extracomment>
        <translation>最大 %1</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsForm</name>
    <message>
        <source>StatsD and Prometheus</source>
        <translation>StatsD と Prometheus</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Where metrics go</source>
        <translation>メトリクスの送り先</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>テスト(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄(&amp;D)</translation>
    </message>
    <message>
        <source>Empty: the present one stays</source>
        <translation>空の場合は今のまま</translation>
    </message>
    <message>
        <source>&amp;Mode:</source>
        <translation>モード(&amp;M):</translation>
    </message>
    <message>
        <source>&amp;Protocol:</source>
        <translation>プロトコル(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>ホスト(&amp;H):</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>ポート(&amp;O):</translation>
    </message>
    <message>
        <source>P&amp;refix:</source>
        <translation>接頭辞(&amp;R):</translation>
    </message>
    <message>
        <source>To&amp;ken of scrapes:</source>
        <translation>スクレイプ用トークン(&amp;K):</translation>
    </message>
    <message>
        <source>The server&apos;s settings have all of it (CT_METRICS_… and CT_PROMETHEUS_…). It can be changed there only.</source>
        <translation>すべてサーバーの設定（CT_METRICS_… と CT_PROMETHEUS_…）にあります。そこでのみ変更できます。</translation>
    </message>
    <message>
        <source>The server&apos;s settings have some of it: those fields can be changed there only.</source>
        <translation>一部はサーバーの設定にあります。その項目はそこでのみ変更できます。</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>モード</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>プロトコル</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>接頭辞</translation>
    </message>
    <message>
        <source>Token of scrapes</source>
        <translation>スクレイプ用トークン</translation>
    </message>
    <message>
        <source>the one you typed</source>
        <translation>入力したもの</translation>
    </message>
    <message>
        <source>Where shall metrics be sent?</source>
        <translation>メトリクスの送り先を入力してください。</translation>
    </message>
    <message>
        <source>This is no name or address of a computer, such as metrics.example.com.</source>
        <translation>metrics.example.com のようなコンピューターの名前またはアドレスではありません。</translation>
    </message>
    <message>
        <source>A prefix is made of letters, digits, dots, hyphens and underscores.</source>
        <translation>接頭辞に使えるのは英字、数字、ピリオド、ハイフン、下線です。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is StatsD or Prometheus, %2 what happened</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A token has at least 16 letters of ASCII and no spaces.</source>
        <translation>トークンは空白を含まない 16 文字以上の ASCII 文字です。</translation>
    </message>
    <message>
        <source>Re&amp;move the present token: whoever reaches the server may scrape then</source>
        <translation>現在のトークンを削除(&amp;M): サーバーに到達できる人は誰でも取得できるようになります</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsPage</name>
    <message>
        <source>The metrics integration is in force.</source>
        <translation>メトリクス連携が有効になりました。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsPreview</name>
    <message>
        <source>What is told</source>
        <translation>送られる内容</translation>
    </message>
    <message>
        <source>To StatsD</source>
        <translation>StatsD へ</translation>
    </message>
    <message>
        <source>To a scrape of Prometheus</source>
        <translation>Prometheus のスクレイプへ</translation>
    </message>
    <message>
        <source>Copy Scrape &amp;Configuration</source>
        <translation>スクレイプ設定をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy Grafana &amp;Dashboard</source>
        <translation>Grafana ダッシュボードをコピー(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln packets sent since the start</source>
        <translation>
            <numerusform>起動後に %Ln パケット送信</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be sent</source>
        <translation>
            <numerusform>%Ln パケットは送信できず</numerusform>
        </translation>
    </message>
    <message>
        <source>StatsD: %1, %2.</source>
        <extracomment>%1 and %2 are sentences without an end</extracomment>
        <translation>StatsD: %1、%2。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::OverviewPage</name>
    <message>
        <source>Users, sessions and connections now</source>
        <translation>現在のユーザー、セッション、接続</translation>
    </message>
    <message>
        <source>Server lag now</source>
        <translation>現在のサーバーの遅延</translation>
    </message>
    <message>
        <source>Server lag in ms</source>
        <translation>サーバーの遅延 (ms)</translation>
    </message>
    <message>
        <source>Users and sessions of 30 days</source>
        <translation>30 日間のユーザーとセッション</translation>
    </message>
    <message>
        <source>Users online</source>
        <translation>オンラインのユーザー</translation>
    </message>
    <message>
        <source>Users in sessions</source>
        <translation>セッション中のユーザー</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>最近の動き</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>現在(&amp;N)</translation>
    </message>
    <message>
        <source>La&amp;g</source>
        <translation>遅延(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;30 Days</source>
        <translation>&amp;30 日間</translation>
    </message>
    <message>
        <source>Recent Acti&amp;vity</source>
        <translation>最近の動き(&amp;V)</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::PackageUploads</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>How much of the package has been sent</source>
        <translation>パッケージの送信済みの割合</translation>
    </message>
    <message>
        <source>It is neither a .vsix for VS Code nor the .zip of a plugin for JetBrains&apos; IDEs.</source>
        <translation>VS Code 用の .vsix でも、JetBrains IDE 用プラグインの .zip でもありません。</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>このファイルは読み取れません: %1</translation>
    </message>
    <message>
        <source>This server takes no packages.</source>
        <translation>このサーバーはパッケージを受け付けません。</translation>
    </message>
    <message>
        <source>It is bigger than the server takes (%1).</source>
        <extracomment>%1 is a size such as 256 MiB</extracomment>
        <translation>サーバーが受け付けるサイズ (%1) を超えています。</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>%1 を送信しています</translation>
    </message>
    <message>
        <source>%1 is offered now.</source>
        <translation>%1 の提供を開始しました。</translation>
    </message>
    <message>
        <source>The server checks %1</source>
        <translation>サーバーが %1 を確認しています</translation>
    </message>
    <message>
        <source>%1 was not taken. %2</source>
        <extracomment>%1 is a file, %2 a sentence</extracomment>
        <translation>%1 は受け付けられませんでした。%2</translation>
    </message>
    <message>
        <source>%1 was not sent to its end, and the server keeps nothing of it.</source>
        <translation>%1 は最後まで送信されず、サーバーには何も残りません。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::PackagesPage</name>
    <message>
        <source>Copy &amp;Link</source>
        <translation>リンクをコピー(&amp;L)</translation>
    </message>
    <message>
        <source>Copy &amp;Digest</source>
        <translation>ダイジェストをコピー(&amp;D)</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>パッケージ</translation>
    </message>
    <message>
        <source>Choose a package above</source>
        <translation>上からパッケージを選んでください</translation>
    </message>
    <message>
        <source>Download link:</source>
        <translation>ダウンロードリンク:</translation>
    </message>
    <message>
        <source>SHA-256:</source>
        <translation>SHA-256:</translation>
    </message>
    <message>
        <source>Downloads ever:</source>
        <translation>累計ダウンロード:</translation>
    </message>
    <message>
        <source>This server offers no packages.</source>
        <translation>このサーバーはパッケージを配布していません。</translation>
    </message>
    <message>
        <source>Its setting CT_NOCLIENTS says so. Change it there, and restart the server.</source>
        <translation>設定 CT_NOCLIENTS によるものです。設定を変更してサーバーを再起動してください。</translation>
    </message>
    <message>
        <source>There are no packages for IDEs yet.</source>
        <translation>IDE 用のパッケージはまだありません。</translation>
    </message>
    <message>
        <source>Put a .vsix into the folder vscode, or a JetBrains plugin&apos;s .zip into intellij, of the server&apos;s folder CT_CLIENTS_DIR. Seconds later it is offered at /clients.</source>
        <translation>サーバーの CT_CLIENTS_DIR フォルダー内の vscode に .vsix を、または intellij に JetBrains プラグインの .zip を置いてください。数秒後に /clients で配布されます。</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>もう一度確認(&amp;L)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an IDE, %2 how often its packages were downloaded</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Eclipse update site of version %1</source>
        <translation>Eclipse 更新サイト、バージョン %1</translation>
    </message>
    <message>
        <source>&amp;Upload Packages…</source>
        <translation>パッケージをアップロード(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Remove Package…</source>
        <translation>パッケージを削除(&amp;R)…</translation>
    </message>
    <message>
        <source>%1 %2 is offered now.</source>
        <translation>%1 %2 の提供を開始しました。</translation>
    </message>
    <message>
        <source>Or drop files here: a .vsix for VS Code, a plugin&apos;s .zip for JetBrains&apos; IDEs.</source>
        <translation>またはここにファイルをドロップします: VS Code 用の .vsix、JetBrains IDE 用プラグインの .zip。</translation>
    </message>
    <message>
        <source>Drop a .vsix for VS Code here, or the .zip of a plugin for JetBrains&apos; IDEs: it is offered at /clients at once.</source>
        <translation>VS Code 用の .vsix、または JetBrains IDE 用プラグインの .zip をここにドロップすると、すぐに /clients で提供されます。</translation>
    </message>
    <message>
        <source>Upload Packages</source>
        <translation>パッケージのアップロード</translation>
    </message>
    <message>
        <source>Packages (*.vsix *.zip)</source>
        <translation>パッケージ (*.vsix *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Remove Package</source>
        <translation>パッケージの削除</translation>
    </message>
    <message>
        <source>Remove %1 %2 for %3? Its file %4 is deleted from the server&apos;s folder, and its download link leads nowhere then. Whoever has installed it keeps it.</source>
        <translation>%3 用の %1 %2 を削除しますか? ファイル %4 がサーバーのフォルダーから削除され、ダウンロード リンクは無効になります。インストール済みの人はそのまま使えます。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>%1 %2 is removed.</source>
        <translation>%1 %2 を削除しました。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::Page</name>
    <message>
        <source>&amp;Try Again</source>
        <translation>再試行(&amp;T)</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>サーバーに問い合わせています…</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::SessionsPage</name>
    <message>
        <source>Filter by name, client or address</source>
        <translation>名前、クライアント、アドレスで絞り込み</translation>
    </message>
    <message>
        <source>Filter sessions and participants</source>
        <translation>セッションと参加者の絞り込み</translation>
    </message>
    <message>
        <source>Sessions and their participants</source>
        <translation>セッションとその参加者</translation>
    </message>
    <message>
        <source>Nobody works together right now.</source>
        <translation>現在、共同作業は行われていません。</translation>
    </message>
    <message>
        <source>A session appears here as soon as somebody shares a workspace in an IDE whose client knows this server.</source>
        <translation>このサーバーを設定したクライアントの IDE で誰かがワークスペースを共有すると、ここにセッションが表示されます。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln セッション</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove Participant…</source>
        <translation>参加者を外す(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;End Session…</source>
        <translation>セッションを終了(&amp;E)…</translation>
    </message>
    <message>
        <source>%1 is removed from the session and told so. The others go on. They may ask the host to let them in again.</source>
        <translation>%1 をセッションから外し、本人に知らせます。ほかの人は続行します。もう一度参加するにはホストに許可を求められます。</translation>
    </message>
    <message numerus="yes">
        <source>The session ends for all %n participant(s), host included. Nobody loses files: the workspace is the host&apos;s. They may begin a new session.</source>
        <translation>
            <numerusform>ホストを含む %n 人の参加者全員のセッションが終了します。ワークスペースはホストのものなので、ファイルは失われません。新しいセッションを始められます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a Participant</source>
        <translation>参加者を外す</translation>
    </message>
    <message>
        <source>End a Session</source>
        <translation>セッションの終了</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;End Session</source>
        <translation>セッションを終了(&amp;E)</translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation>セッションが終了しました。</translation>
    </message>
    <message>
        <source>%1 has been removed.</source>
        <translation>%1 を外しました。</translation>
    </message>
    <message>
        <source>&amp;Ban…</source>
        <translation>禁止(&amp;B)…</translation>
    </message>
    <message>
        <source>%1 is kept out.</source>
        <translation>%1 を禁止しました。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::TokensBox</name>
    <message>
        <source>API tokens</source>
        <translation>API トークン</translation>
    </message>
    <message>
        <source>&amp;Make Token</source>
        <translation>トークンを作成(&amp;M)</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>失効(&amp;V)…</translation>
    </message>
    <message>
        <source> days</source>
        <comment>behind the number of a spin box</comment>
        <translation> 日間</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>&amp;New token:</source>
        <translation>新しいトークン(&amp;N):</translation>
    </message>
    <message>
        <source>How many days it is good for</source>
        <translation>有効日数</translation>
    </message>
    <message>
        <source>The new token</source>
        <translation>新しいトークン</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>コピー(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;I Have It</source>
        <translation>控えました(&amp;I)</translation>
    </message>
    <message>
        <source>This is the token “%1”. Copy it now: it is not shown again.</source>
        <translation>トークン「%1」です。今すぐコピーしてください。再び表示されることはありません。</translation>
    </message>
    <message>
        <source>Revoke Token</source>
        <translation>トークンの失効</translation>
    </message>
    <message>
        <source>Revoke “%1”? Programs that use it are refused from then on.</source>
        <translation>「%1」を失効させますか? 以後、これを使うプログラムは拒否されます。</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>失効させる(&amp;R)</translation>
    </message>
    <message>
        <source>The token is revoked.</source>
        <translation>トークンを失効させました。</translation>
    </message>
    <message>
        <source>There is no token yet. Give one a name below and make it.</source>
        <translation>トークンはまだありません。下に名前を入力して作成してください。</translation>
    </message>
    <message>
        <source>Programs show a token instead of user and password. It can do what you can, but make no further tokens and change no password; one for reading only changes nothing.</source>
        <translation>プログラムはユーザーとパスワードの代わりにトークンを示します。あなたと同じことができますが、ほかのトークンの作成やパスワードの変更はできません。読み取り専用のものは何も変更できません。</translation>
    </message>
    <message>
        <source>for reading only</source>
        <translation>読み取り専用</translation>
    </message>
    <message>
        <source>for reading and changing</source>
        <translation>読み取りと変更用</translation>
    </message>
    <message>
        <source>What it is good for</source>
        <translation>用途</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::ComparisonDialog</name>
    <message>
        <source>Changed Meanwhile</source>
        <translation>その間の変更</translation>
    </message>
    <message>
        <source>Save &amp;Mine</source>
        <translation>自分の内容を保存(&amp;M)</translation>
    </message>
    <message>
        <source>Take the &amp;Server&apos;s</source>
        <translation>サーバーの内容を使う(&amp;S)</translation>
    </message>
    <message>
        <source>Somebody else has changed this since you looked. Nothing was saved yet: compare, and decide which shall count.</source>
        <translation>表示してから別の人が変更しました。まだ何も保存されていません。比べて、どちらを有効にするか決めてください。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>On the server now</source>
        <translation>現在のサーバー</translation>
    </message>
    <message>
        <source>What you typed</source>
        <translation>入力した内容</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::PasswordEdit</name>
    <message>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::SeriesModel</name>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::TimeChart</name>
    <message>
        <source>Limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Show as a &amp;table</source>
        <translation>表として表示(&amp;T)</translation>
    </message>
    <message>
        <source>There are no figures yet. They are gathered while the server runs.</source>
        <translation>数値はまだありません。サーバーの稼働中に集められます。</translation>
    </message>
</context>
</TS>
