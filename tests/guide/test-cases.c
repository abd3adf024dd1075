/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include <string.h>

#include "guide/mdg-drill.h"
#include "guide/mdg-guide-search.h"

/* Every case that a front desk meets: it can be found in both languages, and walked to its end, on
 * the days on which the rules change and long after. */

static MdgGuidePack *pack;

static int
load (void **state)
{
  pack = mdg_guide_pack_new_builtin (NULL);

  return pack != NULL ? 0 : -1;
}

static int
unload (void **state)
{
  g_clear_pointer (&pack, mdg_guide_pack_unref);

  return 0;
}

typedef struct
{
  const char *japanese; /* what one would type */
  const char *english;
  const char *situation;
  const char *outcome;
  const char *until; /* (nullable): the last day on which it leads there */
} Case;

static const Case cases[] = {
  { "● 氏名", "● name", "black-dot", "out-dot-name", NULL },
  { "● 住所", "● address", "black-dot", "out-dot-address", NULL },
  { "住所が空欄", "address is blank", "black-dot", "out-dot-address", NULL },
  { "資格(無効)", "eligibility invalid", "invalid", "out-portal", NULL },
  { "資格情報なし", "no information", "invalid", "out-declaration", NULL },
  { "リーダー 動かない", "reader fails", "reader-fault", "out-reader-call", NULL },
  { "リーダー 再起動", "reader restart", "reader-fault", "out-reader-check", NULL },
  { "障害 通信", "network down", "outage", "out-outage-past", NULL },
  { "復旧", "works again", "outage", "out-outage-after", NULL },
  { "災害", "disaster", "disaster", "out-disaster-open", NULL },
  { "電子証明書 更新", "certificate renew", "certificate-expired", "out-certificate-grace", NULL },
  { "電子証明書 期限切れ", "certificate expired", "certificate-expired", "out-past", NULL },
  { "カード本体の期限", "card itself expired", "card-expired", "out-card-confirmed", NULL },
  { "カード本体の期限", "card itself expired", "card-expired", "out-declaration", NULL },
  { "暗証番号 ロック", "pin locked", "pin", "out-face", NULL },
  { "暗証番号を忘れた", "pin forgotten", "pin", "out-visual", NULL },
  { "顔認証ができない", "face fails", "face-fails", "out-visual", NULL },
  { "操作できない", "cannot operate", "cannot-operate", "out-visual", NULL },
  { "カードを忘れた", "card forgotten", "forgot-lost", "out-nothing-full", NULL },
  { "なくした", "lost", "forgot-lost", "out-lost", NULL },
  { "忘れた スマートフォン", "forgotten phone", "forgot-lost", "out-use-phone", NULL },
  { "何も持ってきていない", "nothing was brought", "nothing", "out-nothing-clear", NULL },
  { "資格確認書 カード型", "certificate card", "certificate-shown", "out-certificate", NULL },
  { "資格確認書 はがき型", "certificate postcard", "certificate-shown", "out-certificate-postcard",
    NULL },
  { "資格確認書 A4", "certificate a4", "certificate-shown", "out-certificate-a4", NULL },
  { "資格情報のお知らせだけ", "only the notice", "notice-only", "out-grace", "2026-07-31" },
  { "資格情報のお知らせだけ", "only the notice", "notice-only", "out-nothing-full", NULL },
  { "健康保険証 期限切れ", "insurance card expired", "old-card", "out-grace", "2026-07-31" },
  { "古い健康保険証", "old insurance card", "old-card", "out-nothing-full", NULL },
  { "スマートフォン", "smartphone", "smartphone", "out-phone", NULL },
  { "スマホ 読み取れない", "phone portal", "smartphone", "out-phone-portal", NULL },
  { "利用登録", "registered", "not-registered", "out-register", NULL },
  { "初診", "first visit", "first-returning", "out-declaration", NULL },
  { "再診", "returning", "first-returning", "out-past", NULL },
  { "75歳以上", "75 and over", "over-75", "out-certificate", NULL },
  { "資格確認限定型", "simple form", "outside-duty", "out-limited", NULL },
  { "義務化の対象外", "outside the duty", "outside-duty", "out-notice", NULL },
  { "居宅同意取得型", "home visits", "mobile", "out-mobile-web", NULL },
  { "モバイル アプリ", "mobile application", "mobile", "out-mobile", NULL },
  { "同意しない", "declines", "no-consent", "out-no-consent", NULL },
  { "子ども", "child", "child-proxy", "out-child", NULL },
  { "写真なし 乳児", "infant photo", "child-proxy", "out-infant", NULL },
  { "代理", "proxy", "child-proxy", "out-proxy-pharmacy", NULL },
  { "受付の流れ", "normal flow", "normal", "out-normal", NULL },
};

static const char *const days[] = {
  "2025-12-02", "2026-03-31", "2026-04-01", "2026-07-31", "2026-08-01", "2026-11-26", "2028-02-29",
};

static MdgDay
parse_day (const char *text)
{
  MdgDay day = MDG_DAY_NONE;

  assert_true (mdg_day_parse (text, &day));

  return day;
}

static gboolean
leads_to (const char *id, const char *outcome, MdgDay day)
{
  const MdgNode *node = mdg_guide_pack_resolve (pack, id, day);

  assert_non_null (node);
  if (g_str_equal (node->id, outcome))
    return TRUE;

  for (guint i = 0; i < node->choices->len; i++)
    {
      const MdgChoice *choice = g_ptr_array_index (node->choices, i);

      if (leads_to (choice->next, outcome, day))
        return TRUE;
    }

  return FALSE;
}

static gboolean
finds (MdgGuideSearch *search, const char *words, const char *situation)
{
  g_autoptr (GArray) hits = mdg_guide_search_find (search, words);

  for (guint i = 0; i < hits->len; i++)
    if (g_str_equal (g_array_index (hits, MdgGuideHit, i).situation->id, situation))
      return TRUE;

  return FALSE;
}

static void
test_every_case_is_found_and_walked (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      MdgDay day = parse_day (days[i]);
      g_autoptr (MdgGuideSearch) search = mdg_guide_search_new (pack, day);

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          const Case *one = &cases[j];
          const MdgSituation *situation = mdg_guide_pack_find_situation (pack, one->situation);
          gboolean holds = one->until == NULL || day <= parse_day (one->until);

          assert_non_null (situation);
          if (!finds (search, one->japanese, one->situation))
            fail_msg ("“%s” does not find %s on %s", one->japanese, one->situation, days[i]);
          if (!finds (search, one->english, one->situation))
            fail_msg ("“%s” does not find %s on %s", one->english, one->situation, days[i]);
          if (leads_to (situation->start, one->outcome, day) != holds)
            fail_msg ("%s: %s is %s on %s", one->situation, one->outcome,
                      holds ? "missing" : "there", days[i]);
        }
    }
}

static gboolean
has (const MdgGuideText *text, const char *part)
{
  const char *japanese = text->in[MDG_LANGUAGE_JAPANESE];

  return japanese != NULL && strstr (japanese, part) != NULL;
}

static gboolean
is_there (const MdgGuideText *text)
{
  return text->in[MDG_LANGUAGE_JAPANESE] != NULL;
}

/* A card says everything that its user needs; a declaration is of no use without its form. */
static void
test_cards_are_complete (void **state)
{
  GPtrArray *nodes = mdg_guide_pack_get_nodes (pack);

  for (guint i = 0; i < nodes->len; i++)
    {
      const MdgNode *node = g_ptr_array_index (nodes, i);

      if (node->type != MDG_NODE_OUTCOME)
        continue;
      if (!is_there (&node->next_time))
        fail_msg ("%s does not say what to ask for next time", node->id);
      if (has (&node->text, "申立書") != is_there (&node->form))
        fail_msg ("%s: form", node->id);
    }
}

/* A claim with unknown insurer is told with all that it needs: when, how, and for whom. */
static void
test_unknown_claims_are_complete (void **state)
{
  static const char *const needed[] = { "以前の番号", "だけ「不詳」", "桁数分の「7」", "摘要欄" };
  GPtrArray *nodes = mdg_guide_pack_get_nodes (pack);
  guint n_found = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const MdgNode *node = g_ptr_array_index (nodes, i);

      if (!has (&node->claim, "「不詳」"))
        continue;

      n_found++;
      for (guint j = 0; j < G_N_ELEMENTS (needed); j++)
        mdg_test_assert_contains (node->claim.in[MDG_LANGUAGE_JAPANESE], needed[j]);
      mdg_test_assert_contains (node->note.in[MDG_LANGUAGE_JAPANESE],
                                "マイナ保険証を提示した方に限ります");
    }
  assert_int_equal (n_found, 2);
}

/* What is known by hearsay or by inference alone never stands without its doubt. */
static void
test_doubts_are_told (void **state)
{
  static const char *const uncertain[] = {
    "端末を終了",            /* the order of a restart */
    "大きさだけで断",        /* postcard and A4 certificates */
    "2026年7月31日で終わり", /* the end of the provisional rule */
    "85歳以上",              /* who gets what from August 2026 */
    "目視確認モード",        /* which models have it */
  };
  GPtrArray *nodes = mdg_guide_pack_get_nodes (pack);
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);
  GPtrArray *checklists = mdg_guide_pack_get_checklists (pack);

  for (guint k = 0; k < G_N_ELEMENTS (uncertain); k++)
    {
      guint n_found = 0;

      for (guint i = 0; i < nodes->len; i++)
        {
          const MdgNode *node = g_ptr_array_index (nodes, i);
          const MdgGuideText *texts[] = { &node->text,  &node->help, &node->say,
                                          &node->claim, &node->note, &node->charge };

          for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
            if (has (texts[j], uncertain[k]))
              {
                n_found++;
                if (!is_there (&node->basis.doubt))
                  fail_msg ("%s: “%s” without doubt", node->id, uncertain[k]);
              }
        }
      for (guint i = 0; i < drills->len; i++)
        {
          const MdgDrill *drill = g_ptr_array_index (drills, i);

          if (has (&drill->why, uncertain[k]) && !is_there (&drill->basis.doubt))
            fail_msg ("%s: “%s” without doubt", drill->id, uncertain[k]);
        }
      for (guint i = 0; i < checklists->len; i++)
        {
          const MdgChecklist *checklist = g_ptr_array_index (checklists, i);

          for (guint j = 0; j < checklist->items->len; j++)
            {
              const MdgChecklistItem *item = g_ptr_array_index (checklist->items, j);

              if ((has (&item->text, uncertain[k]) || has (&item->help, uncertain[k])) &&
                  !is_there (&item->basis.doubt))
                fail_msg ("%s: “%s” without doubt", item->id, uncertain[k]);
            }
        }
      assert_true (n_found > 0);
    }
}

static void
test_lists_are_there (void **state)
{
  static const char *const ids[] = { "readiness", "reader-check", "outside-duty", "morning",
                                     "new-month" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const MdgChecklist *checklist = mdg_guide_pack_find_checklist (pack, ids[i]);

      assert_non_null (checklist);
      assert_true (checklist->items->len >= 5);
    }
}

/* The line is looked along from the network to the reader before anything is restarted. */
static void
test_reader_check_follows_the_line (void **state)
{
  static const char *const order[] = {
    "network-power", "network-cable", "terminal-power", "terminal-cable",
    "reader-power",  "reader-cable",  "restart",        "call",
  };
  const MdgChecklist *checklist = mdg_guide_pack_find_checklist (pack, "reader-check");
  guint n = 0;

  for (guint i = 0; i < checklist->items->len && n < G_N_ELEMENTS (order); i++)
    if (g_str_equal (((MdgChecklistItem *) g_ptr_array_index (checklist->items, i))->id, order[n]))
      n++;
  assert_int_equal (n, G_N_ELEMENTS (order));
}

/* What no source says is marked as a suggestion, alike in both languages. No telephone number is
 * named: the facility enters its own. */
static void
test_suggestions_and_numbers (void **state)
{
  gsize length;
  g_autofree char *text = mdg_test_read_source ("data/guide/pack.json", &length);
  g_autoptr (GRegex) number = g_regex_new ("0\\d{1,3}-\\d{2,4}-\\d{3,4}|0120", 0, 0, NULL);
  g_autoptr (GRegex) pair =
    g_regex_new ("\"ja\": \"(（提案）)?[^\"]*\",\\s*\"en\": \"(\\(Suggestion\\))?", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n_suggestions = 0;

  assert_false (g_regex_match (number, text, 0, NULL));
  for (g_regex_match (pair, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *japanese = g_match_info_fetch (match, 1);
      g_autofree char *english = g_match_info_fetch (match, 2);
      gboolean is_english = english != NULL && *english != '\0';

      if ((*japanese != '\0') != is_english)
        {
          g_autofree char *all = g_match_info_fetch (match, 0);

          fail_msg ("%s", all);
        }
      n_suggestions += is_english;
    }
  assert_true (n_suggestions > 20);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_every_case_is_found_and_walked),
    cmocka_unit_test (test_cards_are_complete),
    cmocka_unit_test (test_unknown_claims_are_complete),
    cmocka_unit_test (test_doubts_are_told),
    cmocka_unit_test (test_lists_are_there),
    cmocka_unit_test (test_reader_check_follows_the_line),
    cmocka_unit_test (test_suggestions_and_numbers),
  };

  return mdg_test_run_full (tests, load, unload);
}
