// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/server/http/parsing.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace ct::server::http;
using namespace ct::test;

namespace {

const QList<QByteArray> seeds {
    "GET //socket.io/?EIO=4&transport=polling&t=x HTTP/1.1\r\nHost: a:1080\r\nOrigin: null\r\n\r\n"_ba,
    "POST /api/login/simple HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\nExpect: 100-continue\r\n\r\nhello world!"_ba,
    "POST /a%20b HTTP/1.1\r\nHost: [::1]\r\nTransfer-Encoding: chunked\r\n\r\n5;a=\"b\"\r\nhello\r\n1\r\nx\r\n0\r\nA: b\r\n\r\n"_ba,
    "\r\nPUT / HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n"_ba,
};
const QList<QByteArray> insertions {
    "\r\n"_ba,
    "\n"_ba,
    "\r"_ba,
    "\0"_ba,
    " "_ba,
    ":"_ba,
    ";"_ba,
    "0"_ba,
    "%2f"_ba,
    "\r\n\r\n"_ba,
    "Content-Length: 1\r\n"_ba,
    "Transfer-Encoding: chunked\r\n"_ba,
    "\xff"_ba,
    R"(")"_ba};

class Mutator
{
public:
    QByteArray next()
    {
        QByteArray bytes = seeds.at(below(seeds.size()));
        for (qsizetype left = 1 + below(4); left > 0 && !bytes.isEmpty(); --left)
            mutate(bytes);
        return bytes;
    }
    qsizetype below(qsizetype bound) { return static_cast<qsizetype>(m_engine()) % bound; }

private:
    void mutate(QByteArray &bytes)
    {
        const auto at = below(bytes.size());
        switch (below(4)) {
        case 0:
            bytes[at] = static_cast<char>(below(256));
            return;
        case 1:
            bytes.remove(at, 1 + below(8));
            return;
        case 2:
            bytes.insert(at, insertions.at(below(insertions.size())));
            return;
        default:
            bytes.insert(at, bytes.mid(below(20), below(40)));
        }
    }

    // The same inputs in every run, so that a failure can be repeated.
    std::mt19937 m_engine {20240229};
};

/// What a lenient reader behind us might see as another request's beginning.
bool isUnambiguous(const RequestHead &head)
{
    for (const Field &field : head.fields) {
        const QByteArray text = field.name + field.value;
        if (text.contains('\r') || text.contains('\n') || text.contains('\0')
            || field.name.contains(' '))
            return false;
    }
    return !head.path.contains("/../") && !head.path.contains("//") && head.path.startsWith('/')
        && !(head.chunked && head.contentLength > 0)
        && head.headerList("content-length").count(',') == 0;
}

} // namespace

class TestRequestMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesNoDifferenceInWhatPiecesBytesArrive();
    void neverPassesAnAmbiguousHead();
};

void TestRequestMutations::makesNoDifferenceInWhatPiecesBytesArrive()
{
    Mutator mutator;
    for (int round = 0; round < 3000; ++round) {
        const QByteArray bytes = mutator.next();
        const Parsed whole = parseInPieces(bytes, bytes.size() + 1);
        const Parsed single = parseInPieces(bytes, 1);
        const bool isSame = whole.state == single.state && whole.status == single.status
            && whole.head == single.head && whole.decoded == single.decoded;
        QVERIFY2(isSame, bytes.toPercentEncoding(" :/").constData());
    }
}

void TestRequestMutations::neverPassesAnAmbiguousHead()
{
    Mutator mutator;
    int passed = 0;
    for (int round = 0; round < 3000; ++round) {
        const QByteArray bytes = mutator.next();
        RequestParser parser {HeadLimits {}};
        if (parser.parseHead(bytes) != ParseState::HeadDone)
            continue;
        ++passed;
        QVERIFY2(isUnambiguous(parser.head()), bytes.toPercentEncoding(" :/").constData());
    }
    QVERIFY(passed > 100);
}

QTEST_GUILESS_MAIN(TestRequestMutations)
#include "tst_requestmutations.moc"
