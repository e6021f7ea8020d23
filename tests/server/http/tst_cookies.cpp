// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/http/cookies.h"

#include <QTest>

namespace ct::server::http {

class TestCookies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheValue_data();
    void findsTheValue();
};

void TestCookies::findsTheValue_data()
{
    QTest::addColumn<QByteArray>("cookies");
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("alone") << QByteArray("oct-jwt=a.b.c") << QByteArray("a.b.c");
    QTest::newRow("among others") << QByteArray("x=1; oct-jwt=a.b.c;y=2") << QByteArray("a.b.c");
    QTest::newRow("the first of two")
        << QByteArray("oct-jwt=first; oct-jwt=second") << QByteArray("first");
    QTest::newRow("a longer name") << QByteArray("oct-jwt2=x; not-oct-jwt=y") << QByteArray();
    QTest::newRow("without a value") << QByteArray("oct-jwt; oct-jwt=") << QByteArray();
    QTest::newRow("with equal signs") << QByteArray("oct-jwt=a==") << QByteArray("a==");
    QTest::newRow("only separators") << QByteArray(";;; ;") << QByteArray();
}

void TestCookies::findsTheValue()
{
    QFETCH(QByteArray, cookies);
    QTEST(cookieValue(cookies, "oct-jwt"), "value");
}

} // namespace ct::server::http

QTEST_GUILESS_MAIN(ct::server::http::TestCookies)
#include "tst_cookies.moc"
