// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/linkregistry.h"

#include <QTest>

namespace ct::server::front {

class TestLinkRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatWasAdded();
    void aSessionPostsOnceAtATime();
    void theEndOfAPostOfAnEndedSessionIsHarmless();

private:
    /// Never called, only told from null.
    Worker *someWorker() { return reinterpret_cast<Worker *>(this); }

    LinkRegistry m_registry;
};

void TestLinkRegistry::knowsWhatWasAdded()
{
    m_registry.add("known", {someWorker(), true, false});
    QCOMPARE(m_registry.find("known").owner, someWorker());
    QVERIFY(m_registry.find("known").isRefused);
    m_registry.remove("known");
    QVERIFY(!m_registry.find("known").owner);
}

void TestLinkRegistry::aSessionPostsOnceAtATime()
{
    m_registry.add("one", {someWorker(), false, false});
    m_registry.add("other", {someWorker(), false, false});
    QVERIFY(m_registry.beginPost("one"));
    QVERIFY(!m_registry.beginPost("one"));
    QVERIFY(m_registry.beginPost("other"));
    m_registry.endPost("one");
    QVERIFY(m_registry.beginPost("one"));
}

void TestLinkRegistry::theEndOfAPostOfAnEndedSessionIsHarmless()
{
    m_registry.add("one", {someWorker(), false, false});
    QVERIFY(m_registry.beginPost("one"));
    m_registry.remove("one");
    m_registry.endPost("one");
    QVERIFY(!m_registry.find("one").owner);
}

} // namespace ct::server::front

QTEST_GUILESS_MAIN(ct::server::front::TestLinkRegistry)
#include "tst_linkregistry.moc"
