// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/redaction.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace ct::server::http;

class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redactsTargets_data();
    void redactsTargets();
    void redactsReferers_data();
    void redactsReferers();
    void escapes_data();
    void escapes();
    void isBounded();
};

void TestRedaction::redactsTargets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const QByteArray &target, const QByteArray &text) {
        QTest::addRow("%s", target.constData()) << target << text;
    };
    row("/", "/");
    row("", "");
    row("/api/meta", "/api/meta");
    row("/api/login/poll/abc", "/api/login/poll/***");
    row("/api/session/poll/abc", "/api/session/poll/***");
    row("/api/session/poll/abc/def", "/api/session/poll/***/***");
    row("/api/login/poll/", "/api/login/poll/");
    row("/api/login/poll", "/api/login/poll");
    row("/api/session/join/room", "/api/session/join/room");
    row("/oct/x/api/login/poll/abc", "/oct/x/api/login/poll/***");
    row("//api///login//poll//abc", "//api///login//poll//***");
    row("/api/login/%70oll/abc", "/api/login/%70oll/***");
    row("/API/Login/poll/abc", "/API/Login/poll/***");
    row("/api%2flogin/poll/abc", "/***/poll/abc");
    row("/api/login%2fpoll%2fabc", "/api/***");
    row("/api/login/poll/abc?x=y", "/api/login/poll/***?x=***");
    row("/?EIO=4&transport=polling&t=a&useCookie=1&b64=1",
        "/?EIO=4&transport=polling&t=a&useCookie=1&b64=1");
    row("/?sid=secret&EIO=4", "/?sid=***&EIO=4");
    row("/?token=a=b", "/?token=***");
    row("/?secret", "/?***");
    row("/?t", "/?t");
    row("/?a=&&b=1", "/?a=***&&b=***");
    row("/?eio=4", "/?eio=***");
    row("/?a=1?b=2", "/?a=***");
    row("/a#frag", "/a#***");
    row("/a://b?c=d", "/a://b?c=***");
    row("rubbish", "rubbish");
}

void TestRedaction::redactsTargets()
{
    QFETCH(QByteArray, target);
    QTEST(loggableTarget(target), "text");
}

void TestRedaction::redactsReferers_data()
{
    QTest::addColumn<QByteArray>("referer");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const QByteArray &referer, const QByteArray &text) {
        QTest::addRow("%s", referer.constData()) << referer << text;
    };
    row("https://a.example/login.html", "https://a.example/login.html");
    row("https://a.example", "https://a.example");
    row("https://a.example?token=x", "https://a.example?token=***");
    row("https://a.example/login.html?token=x&t=1", "https://a.example/login.html?token=***&t=1");
    row("https://a.example/p/api/login/poll/x", "https://a.example/p/api/login/poll/***");
    row("https://user:secret@a.example/", "https://***@a.example/");
    row("https://a@b@c/", "https://***@c/");
    row("https://a.example/#access_token=x", "https://a.example/#***");
    row("https://a.example/x@y", "https://a.example/x@y");
}

void TestRedaction::redactsReferers()
{
    QFETCH(QByteArray, referer);
    QTEST(loggableReferer(referer), "text");
}

void TestRedaction::escapes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << "a b~!"_ba
                           << "a b~!"_ba;
    QTest::newRow("quote") << R"(a"b)"_ba
                           << R"(a\x22b)"_ba;
    QTest::newRow("backslash") << R"(a\b)"_ba
                               << R"(a\x5Cb)"_ba;
    QTest::newRow("line end") << "a\r\nb"_ba
                              << R"(a\x0D\x0Ab)"_ba;
    QTest::newRow("NUL") << "a\0b"_ba
                         << R"(a\x00b)"_ba;
    QTest::newRow("terminal") << "\x1b[31m\x7f"_ba
                              << R"(\x1B[31m\x7F)"_ba;
    QTest::newRow("non-ASCII") << "\xc3\xa4"_ba
                               << R"(\xC3\xA4)"_ba;
}

void TestRedaction::escapes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QCOMPARE(escapeForLog(bytes), text);
    QCOMPARE(loggableTarget(QByteArray('/' + bytes)), QByteArray('/' + text));
}

void TestRedaction::isBounded()
{
    for (const char fill : {'a', '\n', '/', '&'}) {
        const QByteArray longText = '/' + QByteArray(100'000, fill);
        for (const QByteArray &text :
             {loggableTarget(longText), loggableReferer(longText), escapeForLog(longText)}) {
            QVERIFY(text.size() <= 2048);
            QVERIFY(text.size() > 2000);
            QVERIFY(text.endsWith("..."));
        }
    }
    QCOMPARE(escapeForLog(QByteArray(2045, 'a')), QByteArray(2045, 'a'));
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
