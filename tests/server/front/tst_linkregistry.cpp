// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/front/linkregistry.h"

#include <QTest>

#include <memory>

namespace ct::server::front {

class TestLinkRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_registry = std::make_unique<LinkRegistry>(); }
    void knowsWhatWasAdded();
    void aSessionPostsOnceAtATime();
    void theEndOfAPostOfAnEndedSessionIsHarmless();
    void refusedSessionsAreFew();
    void knowsWhoHasASeat();

private:
    /// Never called, only told from null.
    Worker *someWorker() { return reinterpret_cast<Worker *>(this); }

    std::unique_ptr<LinkRegistry> m_registry;
};

void TestLinkRegistry::knowsWhatWasAdded()
{
    m_registry->add("known", {someWorker(), true});
    QCOMPARE(m_registry->find("known").owner, someWorker());
    QVERIFY(m_registry->find("known").isRefused);
    m_registry->remove("known");
    QVERIFY(!m_registry->find("known").owner);
}

void TestLinkRegistry::aSessionPostsOnceAtATime()
{
    m_registry->add("one", {someWorker(), false});
    m_registry->add("other", {someWorker(), false});
    QVERIFY(m_registry->beginPost("one"));
    QVERIFY(!m_registry->beginPost("one"));
    QVERIFY(m_registry->beginPost("other"));
    m_registry->endPost("one");
    QVERIFY(m_registry->beginPost("one"));
}

void TestLinkRegistry::theEndOfAPostOfAnEndedSessionIsHarmless()
{
    m_registry->add("one", {someWorker(), false});
    QVERIFY(m_registry->beginPost("one"));
    m_registry->remove("one");
    m_registry->endPost("one");
    QVERIFY(!m_registry->find("one").owner);
}

void TestLinkRegistry::refusedSessionsAreFew()
{
    for (int number = 0; number < LinkRegistry::mostRefused; ++number)
        QVERIFY(m_registry->add("refused" + QByteArray::number(number), {someWorker(), true}));
    QVERIFY(!m_registry->add("one too many", {someWorker(), true}));
    QVERIFY(!m_registry->find("one too many").owner);
    QVERIFY(m_registry->add("welcome", {someWorker(), false}));
    m_registry->remove("welcome");
    m_registry->remove("refused0");
    m_registry->remove("refused0");
    QVERIFY(m_registry->add("the next", {someWorker(), true}));
    QVERIFY(!m_registry->add("one too many", {someWorker(), true}));
}

void TestLinkRegistry::knowsWhoHasASeat()
{
    m_registry->add("one", {someWorker(), false});
    QVERIFY(!m_registry->find("one").isSeated);
    m_registry->setSeated("one");
    QVERIFY(m_registry->find("one").isSeated);
    m_registry->setSeated("nobody");
    QVERIFY(!m_registry->find("nobody").owner);
}

} // namespace ct::server::front

QTEST_GUILESS_MAIN(ct::server::front::TestLinkRegistry)
#include "tst_linkregistry.moc"
