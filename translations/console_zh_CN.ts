<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ConnectionTexts</name>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Unknown certificate</source>
        <translation>未知证书</translation>
    </message>
    <message>
        <source>Certificate changed</source>
        <translation>证书已更改</translation>
    </message>
    <message>
        <source>No admin API</source>
        <translation>没有管理 API</translation>
    </message>
    <message>
        <source>Server too old</source>
        <translation>服务器版本过旧</translation>
    </message>
    <message>
        <source>Server too new</source>
        <translation>服务器版本过新</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>正在登录</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>正在重新连接</translation>
    </message>
    <message>
        <source>Not connected to %1.</source>
        <translation>未连接到 %1。</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message>
        <source>No known authority vouches for the certificate of %1. Look at it before you go on.</source>
        <translation>没有已知的机构为 %1 的证书担保。请先查看证书再继续。</translation>
    </message>
    <message>
        <source>Stopped: %1 shows another certificate than the one you told this computer to remember. Somebody may be reading along, or the server got a new certificate.</source>
        <translation>已停止：%1 出示的证书与此计算机记住的证书不同。可能有人在窃听，也可能服务器换了新证书。</translation>
    </message>
    <message>
        <source>%1 answers, but not as a CodeTogether edge server with an admin API does. Check port and path.</source>
        <translation>%1 有应答，但不像带有管理 API 的 CodeTogether edge 服务器。请检查端口和路径。</translation>
    </message>
    <message>
        <source>The server %1 is older than this console understands. Update the server.</source>
        <translation>服务器 %1 的版本过旧，此控制台无法识别。请更新服务器。</translation>
    </message>
    <message>
        <source>The server %1 is newer than this console understands. Update the console.</source>
        <translation>服务器 %1 的版本过新，此控制台无法识别。请更新控制台。</translation>
    </message>
    <message>
        <source>Sign in to %1.</source>
        <translation>请登录 %1。</translation>
    </message>
    <message>
        <source>User and password, or the token, are not right. Try again.</source>
        <translation>用户和密码或令牌不正确。请重试。</translation>
    </message>
    <message>
        <source>Signing in to %1…</source>
        <translation>正在登录 %1…</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>已连接到 %1。</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>正在重试…</translation>
    </message>
    <message numerus="yes">
        <source>Next try in %n second(s).</source>
        <translation>
            <numerusform>%n 秒后重试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There were too many tries. Try again in %n second(s).</source>
        <translation>
            <numerusform>尝试次数过多。请在 %n 秒后重试。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo server</source>
        <translation>演示服务器</translation>
    </message>
    <message>
        <source>The demo does not do this</source>
        <translation>演示不支持此操作</translation>
    </message>
    <message>
        <source>Connect to a server to try it.</source>
        <translation>请连接到服务器再试。</translation>
    </message>
</context>
<context>
    <name>FailureTexts</name>
    <message>
        <source>There is no computer of that name. Check the address.</source>
        <translation>没有该名称的计算机。请检查地址。</translation>
    </message>
    <message>
        <source>Nothing listens at that address and port. Is the server running?</source>
        <translation>该地址和端口上没有程序在监听。服务器在运行吗？</translation>
    </message>
    <message>
        <source>The server did not answer in time. Check the address and the network between.</source>
        <translation>服务器未及时应答。请检查地址和网络。</translation>
    </message>
    <message>
        <source>The connection was closed without an answer. Does the port expect https:// or http://?</source>
        <translation>连接在没有应答的情况下关闭。该端口使用 https:// 还是 http://？</translation>
    </message>
    <message>
        <source>No secure connection could be made. If this port has no TLS, write http:// before the address.</source>
        <translation>无法建立安全连接。如果此端口不使用 TLS，请在地址前加上 http://。</translation>
    </message>
    <message>
        <source>Something answers there, but not as an Open Collaboration server does. Check port and path.</source>
        <translation>那里有应答，但不像 Open Collaboration 服务器。请检查端口和路径。</translation>
    </message>
    <message>
        <source>The server is too busy to answer. Try again in a moment.</source>
        <translation>服务器太忙，无法应答。请稍后再试。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has to be looked at first.</source>
        <translation>必须先查看服务器的证书。</translation>
    </message>
    <message>
        <source>Passwords are sent to another computer over https:// only. Write https:// before the address.</source>
        <translation>密码只会通过 https:// 发送到其他计算机。请在地址前加上 https://。</translation>
    </message>
    <message>
        <source>The server&apos;s answer is too long to be shown.</source>
        <translation>服务器的应答过长，无法显示。</translation>
    </message>
    <message>
        <source>You are not signed in, or no longer. Sign in again.</source>
        <translation>您尚未登录或登录已失效。请重新登录。</translation>
    </message>
    <message>
        <source>The server does not allow this.</source>
        <translation>服务器不允许此操作。</translation>
    </message>
    <message>
        <source>The server does not know it, or no longer.</source>
        <translation>服务器上没有它，或已不存在。</translation>
    </message>
    <message>
        <source>This can&apos;t be done as things stand.</source>
        <translation>在当前状态下无法执行此操作。</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile. Compare before you save.</source>
        <translation>其间已有他人更改。保存前请先比较。</translation>
    </message>
    <message>
        <source>The server did not take what was entered.</source>
        <translation>服务器没有接受所输入的内容。</translation>
    </message>
    <message>
        <source>Something went wrong on the way to the server, or there.</source>
        <translation>在通往服务器的途中或服务器上出了问题。</translation>
    </message>
    <message>
        <source>This is no server address. It looks like https://edge.example.org or http://localhost:1080, without user and password.</source>
        <translation>这不是服务器地址。地址形如 https://edge.example.org 或 http://localhost:1080，不含用户和密码。</translation>
    </message>
    <message>
        <source>Your sign-in has ended because nobody was here for a while. Sign in again: what you have typed is still there.</source>
        <translation>由于一段时间无人操作，登录已结束。请重新登录：您输入的内容仍然保留。</translation>
    </message>
</context>
<context>
    <name>LicenceWords</name>
    <message>
        <source>The server&apos;s clock has been set back: the licence does not count until it is right.</source>
        <translation>服务器的时钟被调回：在时钟正确之前许可证不生效。</translation>
    </message>
    <message>
        <source>The licence is valid.</source>
        <translation>许可证有效。</translation>
    </message>
    <message>
        <source>The licence is valid, but ends soon. Ask for the next one.</source>
        <translation>许可证有效，但即将到期。请申请下一份。</translation>
    </message>
    <message>
        <source>The licence has expired. Sessions go on with what the server gives without one.</source>
        <translation>许可证已过期。会话将按服务器无许可证时的额度继续。</translation>
    </message>
    <message>
        <source>There is no licence: the server runs in community mode.</source>
        <translation>没有许可证：服务器以社区模式运行。</translation>
    </message>
    <message>
        <source>The licence is not valid. Sessions go on with what the server gives without one.</source>
        <translation>许可证无效。会话将按服务器无许可证时的额度继续。</translation>
    </message>
    <message numerus="yes">
        <source>ended %n days ago</source>
        <translation>
            <numerusform>%n 天前到期</numerusform>
        </translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>剩余 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats in use, without a limit</source>
        <translation>
            <numerusform>已用 %Ln 个席位，不限数量</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 seats in use</source>
        <extracomment>%1 is how many there are</extracomment>
        <translation>
            <numerusform>已用 %Ln 个席位，共 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is there</source>
        <translation>内容完整</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>内容不完整</translation>
    </message>
    <message>
        <source>The number of connections can be read</source>
        <translation>连接数可以读取</translation>
    </message>
    <message>
        <source>The number of connections can&apos;t be read</source>
        <translation>连接数无法读取</translation>
    </message>
    <message>
        <source>The last day can be read</source>
        <translation>最后一天可以读取</translation>
    </message>
    <message>
        <source>The last day can&apos;t be read</source>
        <translation>最后一天无法读取</translation>
    </message>
    <message>
        <source>This server knows the issuer</source>
        <translation>此服务器认识颁发者</translation>
    </message>
    <message>
        <source>This server does not know the issuer</source>
        <translation>此服务器不认识颁发者</translation>
    </message>
    <message>
        <source>The signature fits</source>
        <translation>签名相符</translation>
    </message>
    <message>
        <source>The signature does not fit</source>
        <translation>签名不符</translation>
    </message>
    <message>
        <source>without a limit</source>
        <translation>不限数量</translation>
    </message>
    <message numerus="yes">
        <source>%Ln at once</source>
        <translation>
            <numerusform>同时 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>none named</source>
        <translation>未指定</translation>
    </message>
</context>
<context>
    <name>PageTable</name>
    <message>
        <source>&amp;Credentials</source>
        <translation>凭据(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Metrics</source>
        <translation>指标(&amp;M)</translation>
    </message>
    <message>
        <source>C&amp;ertificate</source>
        <translation>证书(&amp;E)</translation>
    </message>
    <message>
        <source>Client &amp;Packages</source>
        <translation>客户端软件包(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation>审计(&amp;A)</translation>
    </message>
    <message>
        <source>Lo&amp;gs</source>
        <translation>日志(&amp;G)</translation>
    </message>
    <message>
        <source>Con&amp;figuration</source>
        <translation>配置(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Health</source>
        <translation>健康状况(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Sessions</source>
        <translation>会话(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>概览(&amp;O)</translation>
    </message>
</context>
<context>
    <name>ProfileTexts</name>
    <message>
        <source>Give the profile a name.</source>
        <translation>请为配置文件命名。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名称过长。</translation>
    </message>
    <message>
        <source>The user&apos;s name is too long.</source>
        <translation>用户名过长。</translation>
    </message>
    <message>
        <source>The address is not one of a server. It looks like https://edge.example.org.</source>
        <translation>该地址不是服务器地址。地址形如 https://edge.example.org。</translation>
    </message>
    <message>
        <source>The remembered certificate is damaged.</source>
        <translation>记住的证书已损坏。</translation>
    </message>
    <message>
        <source>There are too many profiles.</source>
        <translation>配置文件过多。</translation>
    </message>
    <message>
        <source>The settings file can&apos;t be written.</source>
        <translation>无法写入设置文件。</translation>
    </message>
    <message>
        <source>This file is too large for profiles.</source>
        <translation>此文件作为配置文件列表过大。</translation>
    </message>
    <message>
        <source>This file holds no profiles of this program.</source>
        <translation>此文件不含本程序的配置文件。</translation>
    </message>
    <message>
        <source>A newer version of this program has written this file.</source>
        <translation>此文件由本程序的更新版本写入。</translation>
    </message>
    <message>
        <source>Nothing was imported. Entry %1: %2</source>
        <extracomment>%1 is the number of an entry of a file, %2 a sentence that says what is wrong with it</extracomment>
        <translation>未导入任何内容。条目 %1：%2</translation>
    </message>
</context>
<context>
    <name>ct::console::app::CertificateDialog</name>
    <message>
        <source>Unknown Certificate</source>
        <translation>未知证书</translation>
    </message>
    <message>
        <source>Certificate Changed</source>
        <translation>证书已更改</translation>
    </message>
    <message>
        <source>No known authority vouches for the certificate of %1. Go on only if its fingerprint is the one the server&apos;s keeper tells you; else somebody may be reading along.</source>
        <translation>没有已知的机构为 %1 的证书担保。仅当其指纹与服务器管理者告知的一致时才继续；否则可能有人在窃听。</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one that this computer remembers. If nobody has told you that the server gets a new one, somebody may be reading along: refuse, and ask the server&apos;s keeper for the fingerprint.</source>
        <translation>%1 出示的证书与此计算机记住的不同。如果没有人告诉您服务器要换新证书，则可能有人在窃听：请拒绝，并向服务器管理者询问指纹。</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>SHA-256 指纹：</translation>
    </message>
    <message>
        <source>Remembered one:</source>
        <translation>记住的指纹：</translation>
    </message>
    <message>
        <source>Made out to:</source>
        <translation>颁发给：</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>颁发者：</translation>
    </message>
    <message>
        <source>Valid from:</source>
        <translation>有效期自：</translation>
    </message>
    <message>
        <source>Valid until:</source>
        <translation>有效期至：</translation>
    </message>
    <message>
        <source>In doubt because:</source>
        <translation>存疑原因：</translation>
    </message>
    <message>
        <source>Connect &amp;Once</source>
        <translation>仅连接一次(&amp;O)</translation>
    </message>
    <message>
        <source>Re&amp;member It</source>
        <translation>记住它(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Refuse</source>
        <translation>拒绝(&amp;R)</translation>
    </message>
</context>
<context>
    <name>ct::console::app::CommandSearch</name>
    <message>
        <source>Search for a Command</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Type some words of what you want to do</source>
        <translation>输入您想做的事情的几个词</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ConnectionView</name>
    <message>
        <source>Sign in to %1</source>
        <translation>登录 %1</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Look at the Certi&amp;ficate…</source>
        <translation>查看证书(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Try Now</source>
        <translation>立即重试(&amp;T)</translation>
    </message>
</context>
<context>
    <name>ct::console::app::MainWindow</name>
    <message>
        <source>CodeTogether Console</source>
        <translation>CodeTogether 控制台</translation>
    </message>
    <message>
        <source>No server yet.</source>
        <translation>还没有服务器。</translation>
    </message>
    <message>
        <source>Add the server you look after: you need its address, and its user and password. A server that has just been installed tells them in its log.</source>
        <translation>添加您管理的服务器：需要它的地址、用户和密码。刚安装的服务器会把它们写入日志。</translation>
    </message>
    <message>
        <source>&amp;Add a Server…</source>
        <translation>添加服务器(&amp;A)…</translation>
    </message>
    <message>
        <source>There is no page %1.</source>
        <translation>没有页面 %1。</translation>
    </message>
    <message>
        <source>%1 as %2 · version %3</source>
        <comment>state, user, version</comment>
        <translation>%1，用户 %2 · 版本 %3</translation>
    </message>
    <message>
        <source>%1 – CodeTogether Console</source>
        <extracomment>%1 is the name of a server</extracomment>
        <translation>%1 – CodeTogether 控制台</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>These pages have changes that are not saved: %1.
Do you want to lose them?</source>
        <translation>以下页面有未保存的更改：%1。
要放弃这些更改吗？</translation>
    </message>
    <message>
        <source>Remove a Server</source>
        <translation>移除服务器</translation>
    </message>
    <message>
        <source>%1 is taken off the list, and its password is forgotten on this computer. Nothing changes on the server.</source>
        <translation>%1 将从列表中移除，此计算机将忘记其密码。服务器上不会有任何更改。</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Add Server…</source>
        <translation>添加服务器(&amp;A)…</translation>
    </message>
    <message>
        <source>C&amp;hange Server…</source>
        <translation>更改服务器(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Remove Server…</source>
        <translation>移除服务器(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>断开(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Search for a &amp;Command…</source>
        <translation>搜索命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Go to the List of &amp;Servers</source>
        <translation>转到服务器列表(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About This Program</source>
        <translation>关于本程序(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于 &amp;Qt</translation>
    </message>
    <message>
        <source>Tool Bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Show the List of Servers</source>
        <translation>显示服务器列表</translation>
    </message>
    <message>
        <source>About This Program</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>CodeTogether Console %1
Looks after CodeTogether edge servers.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>CodeTogether 控制台 %1
管理 CodeTogether edge 服务器。
基于 GNU 通用公共许可证第 3 版或更高版本的自由软件。</translation>
    </message>
    <message>
        <source>&amp;Import Servers…</source>
        <translation>导入服务器(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export Servers…</source>
        <translation>导出服务器(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerDialog</name>
    <message>
        <source>&amp;Add and Connect</source>
        <translation>添加并连接(&amp;A)</translation>
    </message>
    <message>
        <source>Add a Server</source>
        <translation>添加服务器</translation>
    </message>
    <message>
        <source>The address, if empty</source>
        <translation>为空则用地址</translation>
    </message>
    <message>
        <source>Asked for when signing in, if empty</source>
        <translation>为空则在登录时询问</translation>
    </message>
    <message>
        <source>&amp;Server address:</source>
        <translation>服务器地址(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>用户(&amp;U)：</translation>
    </message>
    <message>
        <source>Change a Server</source>
        <translation>更改服务器</translation>
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
        <translation>导入服务器</translation>
    </message>
    <message>
        <source>Lists of servers (*.json)</source>
        <translation>服务器列表 (*.json)</translation>
    </message>
    <message>
        <source>Export Servers</source>
        <translation>导出服务器</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>无法读取此文件：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n servers added</source>
        <translation>
            <numerusform>已添加 %n 个服务器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already</source>
        <translation>
            <numerusform>%n 个已存在</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <extracomment>%1 and %2 are sentences without an end</extracomment>
        <translation>%1，%2。</translation>
    </message>
    <message>
        <source>The servers are in %1, without passwords.</source>
        <translation>服务器已保存到 %1，不含密码。</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerKeeper</name>
    <message>
        <source>Not remembered on this computer: there is no unlocked keychain. It is kept until this program ends.</source>
        <translation>此计算机上未记住：没有已解锁的密钥环。它会保留到本程序结束。</translation>
    </message>
</context>
<context>
    <name>ct::console::app::ServerList</name>
    <message>
        <source>Servers and their pages</source>
        <translation>服务器及其页面</translation>
    </message>
</context>
<context>
    <name>ct::console::app::SignInPanel</name>
    <message>
        <source>Sign in with an &amp;API token</source>
        <translation>使用 API 令牌登录(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remember on this computer</source>
        <translation>在此计算机上记住(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>登录(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>用户(&amp;U)：</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>密码(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>令牌(&amp;T)：</translation>
    </message>
    <message>
        <source>Enter the token.</source>
        <translation>请输入令牌。</translation>
    </message>
    <message>
        <source>Enter user and password.</source>
        <translation>请输入用户和密码。</translation>
    </message>
</context>
<context>
    <name>ct::console::models::AuditModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>ct::console::models::BanModel</name>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>every session</source>
        <translation>所有会话</translation>
    </message>
    <message>
        <source>session %1</source>
        <translation>会话 %1</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>其结束</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>识别依据</translation>
    </message>
    <message>
        <source>Kept out of</source>
        <translation>禁止进入</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>直到</translation>
    </message>
    <message>
        <source>Banned by</source>
        <translation>禁止者</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
</context>
<context>
    <name>ct::console::models::LockoutModel</name>
    <message>
        <source>signing in to sessions</source>
        <translation>会话登录</translation>
    </message>
    <message>
        <source>dashboard and console</source>
        <translation>仪表板和控制台</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Locked out of</source>
        <translation>被锁定于</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失败次数</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>直到</translation>
    </message>
</context>
<context>
    <name>ct::console::models::PackageModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>软件包</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Knows this server</source>
        <translation>已设定此服务器</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>始于</translation>
    </message>
</context>
<context>
    <name>ct::console::models::SessionModel</name>
    <message numerus="yes">
        <source>%Ln participant(s)</source>
        <translation>
            <numerusform>%Ln 位参与者</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 &lt;%2&gt;</source>
        <extracomment>%1 is a name, %2 an e-mail address</extracomment>
        <translation>%1 &lt;%2&gt;</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>来宾</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Waiting for it to come back</source>
        <translation>等待其返回</translation>
    </message>
    <message>
        <source>Session / Participant</source>
        <translation>会话 / 参与者</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输方式</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>始于</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ct::console::models::SettingModel</name>
    <message>
        <source>default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>environment variable</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>flag of the command line</source>
        <translation>命令行选项</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>来自</translation>
    </message>
</context>
<context>
    <name>ct::console::models::TokenModel</name>
    <message>
        <source>expired on %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>已于 %1 过期</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>创建日期</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>reading only</source>
        <translation>仅读取</translation>
    </message>
    <message>
        <source>reading and changing</source>
        <translation>读取和更改</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AlarmList</name>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Audit to syslog</source>
        <translation>审计发送到 syslog</translation>
    </message>
    <message>
        <source>Audit to the webhook</source>
        <translation>审计发送到 webhook</translation>
    </message>
    <message>
        <source>Audit retention</source>
        <translation>审计保留</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>警报</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a part of the server, %2 what is wrong with it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: near or over the limit, %2</source>
        <translation>%1：接近或超过上限，%2</translation>
    </message>
    <message>
        <source>Nothing needs to be seen to.</source>
        <translation>没有需要处理的事项。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AuditFilter</name>
    <message>
        <source>&amp;Days:</source>
        <translation>日期(&amp;D)：</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What administrators did</source>
        <translation>管理员的操作</translation>
    </message>
    <message>
        <source>Sign-ins of administrators</source>
        <translation>管理员的登录</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>用户登录</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>The server itself</source>
        <translation>服务器自身</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::AuditPage</name>
    <message>
        <source>&amp;Verify</source>
        <translation>校验(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>审计条目</translation>
    </message>
    <message>
        <source>Entries are chained: Verify finds any that was changed or removed.</source>
        <translation>条目彼此相连：校验可发现被更改或删除的条目。</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>还没有发生任何事情。</translation>
    </message>
    <message>
        <source>Sign-ins, sessions and changes appear here once there are any.</source>
        <translation>有登录、会话或更改时会显示在这里。</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>再次查看(&amp;L)</translation>
    </message>
    <message>
        <source>No entry fits the filter.</source>
        <translation>没有符合筛选条件的条目。</translation>
    </message>
    <message>
        <source>Show everything, or choose other days, people or things.</source>
        <translation>显示全部，或选择其他日期、人员或对象。</translation>
    </message>
    <message>
        <source>&amp;Show Everything</source>
        <translation>显示全部(&amp;S)</translation>
    </message>
    <message>
        <source>Checking the entries…</source>
        <translation>正在校验条目…</translation>
    </message>
    <message>
        <source>The entries could not be checked.</source>
        <translation>无法校验条目。</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln entries are as they were written.</source>
        <translation>
            <numerusform>全部 %Ln 个条目均与写入时一致。</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody has changed the entries: %1</source>
        <translation>有人更改了条目：%1</translation>
    </message>
    <message>
        <source>Those up to number %1 were purged on %2, as the settings have it.</source>
        <extracomment>%1 is the number of an entry, %2 a date</extracomment>
        <translation>编号 %1 及之前的条目已按设置于 %2 清除。</translation>
    </message>
    <message>
        <source>Lines of JSON (*.ndjson)</source>
        <translation>JSON 行 (*.ndjson)</translation>
    </message>
    <message>
        <source>Export Audit</source>
        <translation>导出审计</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries exported.</source>
        <translation>
            <numerusform>已导出 %Ln 个条目。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ct::console::pages::BanDialog</name>
    <message>
        <source>By their &amp;account</source>
        <extracomment>the account that somebody has signed in with</extracomment>
        <translation>按账户(&amp;A)</translation>
    </message>
    <message>
        <source>By their a&amp;ddress %1</source>
        <extracomment>%1 is the address</extracomment>
        <translation>按地址 %1(&amp;D)</translation>
    </message>
    <message>
        <source>From this &amp;session, until it ends</source>
        <translation>从此会话，直到其结束(&amp;S)</translation>
    </message>
    <message>
        <source>From e&amp;very session, for</source>
        <translation>从所有会话，持续(&amp;V)</translation>
    </message>
    <message>
        <source>Ban a Participant</source>
        <translation>禁止参与者</translation>
    </message>
    <message>
        <source>Who is kept out</source>
        <translation>禁止谁</translation>
    </message>
    <message>
        <source>From what, and for how long</source>
        <translation>从何处禁止，持续多久</translation>
    </message>
    <message>
        <source>&amp;Ban</source>
        <translation>禁止(&amp;B)</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Unit of the time</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>多久</translation>
    </message>
    <message>
        <source>%1 is taken out and told so, and cannot come back to this session with the same account until it ends. The others go on.</source>
        <translation>%1 会被移出并收到通知，在此会话结束前无法用同一账户返回。其他人继续。</translation>
    </message>
    <message>
        <source>Everybody at the address %1 but the host is taken out and told so, %2 among them, and cannot come back to this session until it ends.</source>
        <translation>地址 %1 上除主持人外的所有人（包括 %2）都会被移出并收到通知，在此会话结束前无法返回。</translation>
    </message>
    <message>
        <source>%1 is taken out of every session of this server and told so, and cannot join any with the same account until %2.</source>
        <translation>%1 会被移出此服务器的所有会话并收到通知，在 %2 之前无法用同一账户加入任何会话。</translation>
    </message>
    <message>
        <source>Everybody at the address %1 is taken out of every session of this server and told so, %2 among them, and cannot join any until %3. Sessions that are shared from there go on.</source>
        <translation>地址 %1 上的所有人（包括 %2）都会被移出此服务器的所有会话并收到通知，在 %3 之前无法加入任何会话。从那里共享的会话继续进行。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::BansBox</name>
    <message>
        <source>Kept out</source>
        <translation>被禁止者</translation>
    </message>
    <message>
        <source>&amp;Let In Again…</source>
        <translation>重新允许(&amp;L)…</translation>
    </message>
    <message>
        <source>Who is kept out</source>
        <translation>禁止谁</translation>
    </message>
    <message>
        <source>Let In Again</source>
        <translation>重新允许</translation>
    </message>
    <message>
        <source>Let %1 in again? They may then join sessions of this server as everybody does.</source>
        <translation>重新允许 %1？之后可像其他人一样加入此服务器的会话。</translation>
    </message>
    <message>
        <source>Let %1 in again? They may then ask the host of the session to join it, as everybody does.</source>
        <translation>重新允许 %1？之后可像其他人一样请求会话主持人允许加入。</translation>
    </message>
    <message>
        <source>&amp;Let In</source>
        <translation>允许(&amp;L)</translation>
    </message>
    <message>
        <source>%1 may come in again.</source>
        <translation>%1 可以重新进入。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CertificatePage</name>
    <message>
        <source>&amp;Read Certificate Anew</source>
        <translation>重新读取证书(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Certificate of the server</source>
        <translation>服务器的证书</translation>
    </message>
    <message>
        <source>Made out to:</source>
        <translation>颁发给：</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>颁发者：</translation>
    </message>
    <message>
        <source>Good for:</source>
        <translation>适用于：</translation>
    </message>
    <message>
        <source>Good from:</source>
        <translation>有效期自：</translation>
    </message>
    <message>
        <source>Good until:</source>
        <translation>有效期至：</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>SHA-256 指纹：</translation>
    </message>
    <message>
        <source>After its files were replaced, the server reads them anew by itself at its next reload, or now. New connections get the new one; sessions go on.</source>
        <translation>替换文件后，服务器会在下次重新加载时或现在重新读取。新连接使用新证书；会话继续进行。</translation>
    </message>
    <message>
        <source>itself: no authority vouches for it</source>
        <translation>自签名：没有机构为其担保</translation>
    </message>
    <message>
        <source>It is not good yet: browsers and editors refuse it.</source>
        <translation>尚未生效：浏览器和编辑器会拒绝它。</translation>
    </message>
    <message>
        <source>It has ended: browsers and editors refuse it.</source>
        <translation>已过期：浏览器和编辑器会拒绝它。</translation>
    </message>
    <message numerus="yes">
        <source>It ends in %n days: get another one.</source>
        <translation>
            <numerusform>还有 %n 天到期：请获取新证书。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is good for %Ln more days.</source>
        <translation>
            <numerusform>还有 %Ln 天有效。</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate was read anew.</source>
        <translation>已重新读取证书。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::ConfigurationPage</name>
    <message>
        <source>&amp;Only what is set</source>
        <translation>仅显示已设置的(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Read Settings Anew</source>
        <translation>重新读取设置(&amp;R)</translation>
    </message>
    <message>
        <source>Search settings, values and explanations</source>
        <translation>搜索设置、值和说明</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings are changed where they come from. Reading them anew ends no session.</source>
        <translation>设置在其来源处更改。重新读取不会结束任何会话。</translation>
    </message>
    <message>
        <source>Choose a setting to read what it is for.</source>
        <translation>选择一项设置以阅读其用途。</translation>
    </message>
    <message>
        <source>It is a secret, so its value is not shown.</source>
        <translation>这是机密，因此不显示其值。</translation>
    </message>
    <message>
        <source>A change counts from the next start on.</source>
        <translation>更改自下次启动起生效。</translation>
    </message>
    <message>
        <source>A change counts once the settings are read anew.</source>
        <translation>重新读取设置后更改生效。</translation>
    </message>
    <message>
        <source>Nothing has changed, since the settings are wrong:</source>
        <translation>由于设置有误，没有任何更改：</translation>
    </message>
    <message>
        <source>Read. No setting is another one.</source>
        <translation>已读取。没有设置发生变化。</translation>
    </message>
    <message>
        <source>These count from now on: %1</source>
        <translation>即刻生效：%1</translation>
    </message>
    <message>
        <source>These wait for a restart: %1</source>
        <translation>等待重启后生效：%1</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CredentialsForm</name>
    <message>
        <source>User and password</source>
        <translation>用户和密码</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>用户(&amp;U)：</translation>
    </message>
    <message>
        <source>New &amp;password:</source>
        <translation>新密码(&amp;P)：</translation>
    </message>
    <message>
        <source>Strength of the password</source>
        <translation>密码强度</translation>
    </message>
    <message>
        <source>Strength:</source>
        <translation>强度：</translation>
    </message>
    <message>
        <source>&amp;Repeat it:</source>
        <translation>再次输入(&amp;R)：</translation>
    </message>
    <message>
        <source>The server has made the present password at its start and told it in its log. The next start makes another one: set one of your own.</source>
        <translation>当前密码由服务器在启动时生成并写入日志。下次启动会生成另一个：请设置您自己的密码。</translation>
    </message>
    <message>
        <source>The server keeps the present ones; they were set by an administrator.</source>
        <translation>当前凭据由管理员设置，并由服务器保存。</translation>
    </message>
    <message>
        <source>The server&apos;s environment has the present ones (%1). They can be changed there only.</source>
        <translation>当前凭据来自服务器的环境（%1）。只能在那里更改。</translation>
    </message>
    <message>
        <source>A user is needed.</source>
        <translation>需要填写用户。</translation>
    </message>
    <message>
        <source>A user&apos;s name has no colon.</source>
        <translation>用户名不能含冒号。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名称过长。</translation>
    </message>
    <message>
        <source>A new user needs a password, too.</source>
        <translation>新用户也需要密码。</translation>
    </message>
    <message numerus="yes">
        <source>At least %n letters are needed.</source>
        <translation>
            <numerusform>至少需要 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>密码过长。</translation>
    </message>
    <message>
        <source>This is not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>强</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::CredentialsPage</name>
    <message>
        <source>User and password are changed.</source>
        <translation>用户和密码已更改。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>另一个</translation>
    </message>
    <message>
        <source>the one you typed</source>
        <translation>您输入的</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::HealthPage</name>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>版本：</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>状态：</translation>
    </message>
    <message>
        <source>Running for:</source>
        <translation>已运行：</translation>
    </message>
    <message>
        <source>Process:</source>
        <translation>进程：</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Ready: takes new sessions</source>
        <translation>就绪：接受新会话</translation>
    </message>
    <message>
        <source>Starting: takes no sessions yet</source>
        <translation>正在启动：尚不接受会话</translation>
    </message>
    <message>
        <source>Draining: running sessions go on, new ones are refused</source>
        <translation>正在排空：进行中的会话继续，拒绝新会话</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>needs to be seen to</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state: detail</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>不到一分钟</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>days and hours, or hours and minutes</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1:</source>
        <extracomment>%1 is a part of the server</extracomment>
        <translation>%1：</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceHistory</name>
    <message>
        <source>How it was</source>
        <translation>历史情况</translation>
    </message>
    <message>
        <source>Seats used in 30 days</source>
        <translation>30 天内使用的席位</translation>
    </message>
    <message>
        <source>Seats used</source>
        <translation>已用席位</translation>
    </message>
    <message>
        <source>Limit of the licence</source>
        <translation>许可证上限</translation>
    </message>
    <message>
        <source>Changes of the licence</source>
        <translation>许可证的更改</translation>
    </message>
    <message>
        <source>&amp;Seats of 30 Days</source>
        <translation>30 天的席位(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>更改(&amp;C)</translation>
    </message>
    <message>
        <source>Nobody has changed the licence yet.</source>
        <translation>还没有人更改过许可证。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceInstaller</name>
    <message>
        <source>Install another licence</source>
        <translation>安装另一份许可证</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>当前生效</translation>
    </message>
    <message>
        <source>The new licence</source>
        <translation>新许可证</translation>
    </message>
    <message>
        <source>&amp;Open File…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>安装(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>Paste the licence here, or drop its file: lines such as CT_LICENSEE=… and CT_SIGNATURE=…</source>
        <translation>在此粘贴许可证或拖入其文件：如 CT_LICENSEE=… 和 CT_SIGNATURE=… 这样的行</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可证文本</translation>
    </message>
    <message>
        <source>No licence can be found in this text.</source>
        <translation>在此文本中找不到许可证。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Licensee</source>
        <translation>被许可方</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接数</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Locator</source>
        <translation>定位器</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Open Licence</source>
        <translation>打开许可证</translation>
    </message>
    <message>
        <source>Licences (*.properties *.txt *.lic)</source>
        <translation>许可证 (*.properties *.txt *.lic)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>无法读取此文件：%1</translation>
    </message>
    <message>
        <source>This file is too large for a licence.</source>
        <translation>此文件作为许可证过大。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicencePage</name>
    <message>
        <source>The licence is installed and in force.</source>
        <translation>许可证已安装并生效。</translation>
    </message>
    <message>
        <source>Somebody else has changed the licence meanwhile. Look at what is in force now, and decide again.</source>
        <translation>其间已有他人更改许可证。请查看当前生效的内容，再作决定。</translation>
    </message>
    <message>
        <source>Remove Licence</source>
        <translation>移除许可证</translation>
    </message>
    <message>
        <source>Remove the licence? Sessions go on; how many people can come is then what the server gives without one.</source>
        <translation>移除许可证？会话会继续；可加入的人数将按服务器无许可证时的额度。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>The licence is removed.</source>
        <translation>许可证已移除。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LicenceView</name>
    <message>
        <source>Licence in force</source>
        <translation>当前许可证</translation>
    </message>
    <message>
        <source>&amp;Remove Licence…</source>
        <translation>移除许可证(&amp;R)…</translation>
    </message>
    <message>
        <source>Licensee:</source>
        <translation>被许可方：</translation>
    </message>
    <message>
        <source>Connections:</source>
        <translation>连接数：</translation>
    </message>
    <message>
        <source>Last day:</source>
        <translation>最后一天：</translation>
    </message>
    <message>
        <source>Locator:</source>
        <translation>定位器：</translation>
    </message>
    <message>
        <source>Seats:</source>
        <translation>席位：</translation>
    </message>
    <message>
        <source>Checks:</source>
        <translation>检查：</translation>
    </message>
    <message>
        <source>The server&apos;s settings have it (CT_LICENSEE and its companions). It can be changed there only.</source>
        <translation>它位于服务器的设置中（CT_LICENSEE 等）。只能在那里更改。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LockoutsBox</name>
    <message>
        <source>Locked addresses</source>
        <translation>已锁定的地址</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>%1 may try again.</source>
        <translation>%1 可以再次尝试。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LogView</name>
    <message>
        <source>&amp;Next</source>
        <translation>下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious</source>
        <translation>上一个(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>Every line</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>Information and graver</source>
        <translation>信息及更严重</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Lines of the log</source>
        <translation>日志行</translation>
    </message>
    <message>
        <source>From the other end</source>
        <translation>从另一端继续</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::LogsPage</name>
    <message>
        <source>&amp;Download…</source>
        <translation>下载(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Log:</source>
        <translation>日志(&amp;L)：</translation>
    </message>
    <message>
        <source>There are no logs.</source>
        <translation>没有日志。</translation>
    </message>
    <message>
        <source>The server writes them to CT_LOG_DIR once there is something to say.</source>
        <translation>有内容可写时，服务器会将其写入 CT_LOG_DIR。</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>再次查看(&amp;L)</translation>
    </message>
    <message>
        <source>Download Log</source>
        <translation>下载日志</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>无法写入文件：%1</translation>
    </message>
    <message>
        <source>The log is in %1.</source>
        <translation>日志已保存到 %1。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricTile</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1, part of the limit</source>
        <translation>%1，占上限的比例</translation>
    </message>
    <message>
        <source>Users online</source>
        <translation>在线用户</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Connections in sessions</source>
        <translation>会话中的连接</translation>
    </message>
    <message>
        <source>Server lag</source>
        <translation>服务器延迟</translation>
    </message>
    <message>
        <source>Sessions hosted so far</source>
        <translation>累计主持的会话</translation>
    </message>
    <message>
        <source>Clients downloaded so far</source>
        <translation>累计下载的客户端</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无上限</translation>
    </message>
    <message>
        <source>of at most %1</source>
        <extracomment>%1 is a number, or a time in milliseconds</extracomment>
        <translation>最多 %1</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsForm</name>
    <message>
        <source>StatsD and Prometheus</source>
        <translation>StatsD 和 Prometheus</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Where metrics go</source>
        <translation>指标的去向</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>Empty: the present one stays</source>
        <translation>留空则保持不变</translation>
    </message>
    <message>
        <source>&amp;Mode:</source>
        <translation>模式(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Protocol:</source>
        <translation>协议(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>主机(&amp;H)：</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>端口(&amp;O)：</translation>
    </message>
    <message>
        <source>P&amp;refix:</source>
        <translation>前缀(&amp;R)：</translation>
    </message>
    <message>
        <source>To&amp;ken of scrapes:</source>
        <translation>抓取令牌(&amp;K)：</translation>
    </message>
    <message>
        <source>The server&apos;s settings have all of it (CT_METRICS_… and CT_PROMETHEUS_…). It can be changed there only.</source>
        <translation>全部位于服务器的设置中（CT_METRICS_… 和 CT_PROMETHEUS_…）。只能在那里更改。</translation>
    </message>
    <message>
        <source>The server&apos;s settings have some of it: those fields can be changed there only.</source>
        <translation>其中一部分位于服务器的设置中：这些字段只能在那里更改。</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>前缀</translation>
    </message>
    <message>
        <source>Token of scrapes</source>
        <translation>抓取令牌</translation>
    </message>
    <message>
        <source>the one you typed</source>
        <translation>您输入的</translation>
    </message>
    <message>
        <source>Where shall metrics be sent?</source>
        <translation>指标要发送到哪里？</translation>
    </message>
    <message>
        <source>This is no name or address of a computer, such as metrics.example.com.</source>
        <translation>这不是计算机的名称或地址，例如 metrics.example.com。</translation>
    </message>
    <message>
        <source>A prefix is made of letters, digits, dots, hyphens and underscores.</source>
        <translation>前缀由字母、数字、点、连字符和下划线组成。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is StatsD or Prometheus, %2 what happened</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A token has at least 16 letters of ASCII and no spaces.</source>
        <translation>令牌至少为 16 个 ASCII 字符，且不含空格。</translation>
    </message>
    <message>
        <source>Re&amp;move the present token: whoever reaches the server may scrape then</source>
        <translation>移除当前令牌(&amp;M)：之后凡能访问服务器者均可抓取</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsPage</name>
    <message>
        <source>The metrics integration is in force.</source>
        <translation>指标集成已生效。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::MetricsPreview</name>
    <message>
        <source>What is told</source>
        <translation>上报的内容</translation>
    </message>
    <message>
        <source>To StatsD</source>
        <translation>发送到 StatsD</translation>
    </message>
    <message>
        <source>To a scrape of Prometheus</source>
        <translation>供 Prometheus 抓取</translation>
    </message>
    <message>
        <source>Copy Scrape &amp;Configuration</source>
        <translation>复制抓取配置(&amp;C)</translation>
    </message>
    <message>
        <source>Copy Grafana &amp;Dashboard</source>
        <translation>复制 Grafana 仪表板(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln packets sent since the start</source>
        <translation>
            <numerusform>启动以来已发送 %Ln 个数据包</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be sent</source>
        <translation>
            <numerusform>%Ln 个未能发送</numerusform>
        </translation>
    </message>
    <message>
        <source>StatsD: %1, %2.</source>
        <extracomment>%1 and %2 are sentences without an end</extracomment>
        <translation>StatsD：%1，%2。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::OverviewPage</name>
    <message>
        <source>Users, sessions and connections now</source>
        <translation>当前的用户、会话和连接</translation>
    </message>
    <message>
        <source>Server lag now</source>
        <translation>当前服务器延迟</translation>
    </message>
    <message>
        <source>Server lag in ms</source>
        <translation>服务器延迟（毫秒）</translation>
    </message>
    <message>
        <source>Users and sessions of 30 days</source>
        <translation>30 天的用户和会话</translation>
    </message>
    <message>
        <source>Users online</source>
        <translation>在线用户</translation>
    </message>
    <message>
        <source>Users in sessions</source>
        <translation>会话中的用户</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>最近的活动</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>当前(&amp;N)</translation>
    </message>
    <message>
        <source>La&amp;g</source>
        <translation>延迟(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;30 Days</source>
        <translation>&amp;30 天</translation>
    </message>
    <message>
        <source>Recent Acti&amp;vity</source>
        <translation>最近的活动(&amp;V)</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::PackageUploads</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>How much of the package has been sent</source>
        <translation>软件包已发送的比例</translation>
    </message>
    <message>
        <source>It is neither a .vsix for VS Code nor the .zip of a plugin for JetBrains&apos; IDEs.</source>
        <translation>它既不是 VS Code 的 .vsix，也不是 JetBrains IDE 插件的 .zip。</translation>
    </message>
    <message>
        <source>This file can&apos;t be read: %1</source>
        <translation>无法读取此文件：%1</translation>
    </message>
    <message>
        <source>This server takes no packages.</source>
        <translation>此服务器不接受软件包。</translation>
    </message>
    <message>
        <source>It is bigger than the server takes (%1).</source>
        <extracomment>%1 is a size such as 256 MiB</extracomment>
        <translation>它超过了服务器接受的大小（%1）。</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>正在发送 %1</translation>
    </message>
    <message>
        <source>%1 is offered now.</source>
        <translation>现已提供 %1。</translation>
    </message>
    <message>
        <source>The server checks %1</source>
        <translation>服务器正在检查 %1</translation>
    </message>
    <message>
        <source>%1 was not taken. %2</source>
        <extracomment>%1 is a file, %2 a sentence</extracomment>
        <translation>未接受 %1。%2</translation>
    </message>
    <message>
        <source>%1 was not sent to its end, and the server keeps nothing of it.</source>
        <translation>%1 未发送完，服务器不会保留其任何内容。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::PackagesPage</name>
    <message>
        <source>Copy &amp;Link</source>
        <translation>复制链接(&amp;L)</translation>
    </message>
    <message>
        <source>Copy &amp;Digest</source>
        <translation>复制摘要(&amp;D)</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>软件包</translation>
    </message>
    <message>
        <source>Choose a package above</source>
        <translation>请在上方选择软件包</translation>
    </message>
    <message>
        <source>Download link:</source>
        <translation>下载链接：</translation>
    </message>
    <message>
        <source>SHA-256:</source>
        <translation>SHA-256：</translation>
    </message>
    <message>
        <source>Downloads ever:</source>
        <translation>累计下载：</translation>
    </message>
    <message>
        <source>This server offers no packages.</source>
        <translation>此服务器不提供软件包。</translation>
    </message>
    <message>
        <source>Its setting CT_NOCLIENTS says so. Change it there, and restart the server.</source>
        <translation>这是由设置 CT_NOCLIENTS 决定的。请在那里更改并重启服务器。</translation>
    </message>
    <message>
        <source>There are no packages for IDEs yet.</source>
        <translation>还没有适用于 IDE 的软件包。</translation>
    </message>
    <message>
        <source>Put a .vsix into the folder vscode, or a JetBrains plugin&apos;s .zip into intellij, of the server&apos;s folder CT_CLIENTS_DIR. Seconds later it is offered at /clients.</source>
        <translation>将 .vsix 放入服务器 CT_CLIENTS_DIR 文件夹下的 vscode，或将 JetBrains 插件的 .zip 放入 intellij。几秒后即可在 /clients 下载。</translation>
    </message>
    <message>
        <source>&amp;Look Again</source>
        <translation>再次查看(&amp;L)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an IDE, %2 how often its packages were downloaded</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Eclipse update site of version %1</source>
        <translation>Eclipse 更新站点，版本 %1</translation>
    </message>
    <message>
        <source>&amp;Upload Packages…</source>
        <translation>上传软件包(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Remove Package…</source>
        <translation>移除软件包(&amp;R)…</translation>
    </message>
    <message>
        <source>%1 %2 is offered now.</source>
        <translation>现已提供 %1 %2。</translation>
    </message>
    <message>
        <source>Or drop files here: a .vsix for VS Code, a plugin&apos;s .zip for JetBrains&apos; IDEs.</source>
        <translation>或将文件拖放到此处：VS Code 的 .vsix，或 JetBrains IDE 插件的 .zip。</translation>
    </message>
    <message>
        <source>Drop a .vsix for VS Code here, or the .zip of a plugin for JetBrains&apos; IDEs: it is offered at /clients at once.</source>
        <translation>将 VS Code 的 .vsix 或 JetBrains IDE 插件的 .zip 拖放到此处：它会立即在 /clients 提供。</translation>
    </message>
    <message>
        <source>Upload Packages</source>
        <translation>上传软件包</translation>
    </message>
    <message>
        <source>Packages (*.vsix *.zip)</source>
        <translation>软件包 (*.vsix *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Remove Package</source>
        <translation>移除软件包</translation>
    </message>
    <message>
        <source>Remove %1 %2 for %3? Its file %4 is deleted from the server&apos;s folder, and its download link leads nowhere then. Whoever has installed it keeps it.</source>
        <translation>移除 %3 的 %1 %2？其文件 %4 将从服务器的文件夹中删除，下载链接随之失效。已安装的人仍可使用。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>%1 %2 is removed.</source>
        <translation>已移除 %1 %2。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::Page</name>
    <message>
        <source>&amp;Try Again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::SessionsPage</name>
    <message>
        <source>Filter by name, client or address</source>
        <translation>按名称、客户端或地址筛选</translation>
    </message>
    <message>
        <source>Filter sessions and participants</source>
        <translation>筛选会话和参与者</translation>
    </message>
    <message>
        <source>Sessions and their participants</source>
        <translation>会话及其参与者</translation>
    </message>
    <message>
        <source>Nobody works together right now.</source>
        <translation>目前没有人在协作。</translation>
    </message>
    <message>
        <source>A session appears here as soon as somebody shares a workspace in an IDE whose client knows this server.</source>
        <translation>一旦有人在其客户端认识此服务器的 IDE 中共享工作区，会话就会显示在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln 个会话</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove Participant…</source>
        <translation>移除参与者(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;End Session…</source>
        <translation>结束会话(&amp;E)…</translation>
    </message>
    <message>
        <source>%1 is removed from the session and told so. The others go on. They may ask the host to let them in again.</source>
        <translation>%1 将被移出会话并收到通知。其他人继续。该参与者可以请求主持人再次准许加入。</translation>
    </message>
    <message numerus="yes">
        <source>The session ends for all %n participant(s), host included. Nobody loses files: the workspace is the host&apos;s. They may begin a new session.</source>
        <translation>
            <numerusform>会话将对全部 %n 位参与者（包括主持人）结束。没有人会丢失文件：工作区属于主持人。可以开始新的会话。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a Participant</source>
        <translation>移除参与者</translation>
    </message>
    <message>
        <source>End a Session</source>
        <translation>结束会话</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;End Session</source>
        <translation>结束会话(&amp;E)</translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation>会话已结束。</translation>
    </message>
    <message>
        <source>%1 has been removed.</source>
        <translation>已移除 %1。</translation>
    </message>
    <message>
        <source>&amp;Ban…</source>
        <translation>禁止(&amp;B)…</translation>
    </message>
    <message>
        <source>%1 is kept out.</source>
        <translation>已禁止 %1。</translation>
    </message>
</context>
<context>
    <name>ct::console::pages::TokensBox</name>
    <message>
        <source>API tokens</source>
        <translation>API 令牌</translation>
    </message>
    <message>
        <source>&amp;Make Token</source>
        <translation>创建令牌(&amp;M)</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>吊销(&amp;V)…</translation>
    </message>
    <message>
        <source> days</source>
        <comment>behind the number of a spin box</comment>
        <translation> 天</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>&amp;New token:</source>
        <translation>新令牌(&amp;N)：</translation>
    </message>
    <message>
        <source>How many days it is good for</source>
        <translation>有效天数</translation>
    </message>
    <message>
        <source>The new token</source>
        <translation>新令牌</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;I Have It</source>
        <translation>我已保存(&amp;I)</translation>
    </message>
    <message>
        <source>This is the token “%1”. Copy it now: it is not shown again.</source>
        <translation>这是令牌“%1”。请立即复制：之后不再显示。</translation>
    </message>
    <message>
        <source>Revoke Token</source>
        <translation>吊销令牌</translation>
    </message>
    <message>
        <source>Revoke “%1”? Programs that use it are refused from then on.</source>
        <translation>吊销“%1”？此后使用它的程序将被拒绝。</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>吊销(&amp;R)</translation>
    </message>
    <message>
        <source>The token is revoked.</source>
        <translation>令牌已吊销。</translation>
    </message>
    <message>
        <source>There is no token yet. Give one a name below and make it.</source>
        <translation>还没有令牌。请在下方输入名称并创建。</translation>
    </message>
    <message>
        <source>Programs show a token instead of user and password. It can do what you can, but make no further tokens and change no password; one for reading only changes nothing.</source>
        <translation>程序出示令牌而非用户名和密码。它能做您能做的事，但不能再创建令牌，也不能更改密码；仅用于读取的令牌不能更改任何内容。</translation>
    </message>
    <message>
        <source>for reading only</source>
        <translation>仅用于读取</translation>
    </message>
    <message>
        <source>for reading and changing</source>
        <translation>用于读取和更改</translation>
    </message>
    <message>
        <source>What it is good for</source>
        <translation>其用途</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::ComparisonDialog</name>
    <message>
        <source>Changed Meanwhile</source>
        <translation>其间已更改</translation>
    </message>
    <message>
        <source>Save &amp;Mine</source>
        <translation>保存我的(&amp;M)</translation>
    </message>
    <message>
        <source>Take the &amp;Server&apos;s</source>
        <translation>采用服务器的(&amp;S)</translation>
    </message>
    <message>
        <source>Somebody else has changed this since you looked. Nothing was saved yet: compare, and decide which shall count.</source>
        <translation>自您查看以来已有他人更改。尚未保存任何内容：请比较并决定以哪个为准。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>On the server now</source>
        <translation>服务器当前值</translation>
    </message>
    <message>
        <source>What you typed</source>
        <translation>您输入的值</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::PasswordEdit</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>ct::console::widgets::SeriesModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
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
        <translation>以表格显示(&amp;T)</translation>
    </message>
    <message>
        <source>There are no figures yet. They are gathered while the server runs.</source>
        <translation>还没有数据。服务器运行期间会逐步收集。</translation>
    </message>
</context>
</TS>
