/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include <string.h>

#include "guide/mdg-guide-search.h"

static MdgGuidePack *pack;
static MdgGuideSearch *search;

static int
load (void **state)
{
  pack = mdg_guide_pack_new_builtin (NULL);
  search = mdg_guide_search_new (pack, mdg_day_new (2026, 11, 22));

  return 0;
}

static int
unload (void **state)
{
  g_clear_pointer (&search, mdg_guide_search_free);
  g_clear_pointer (&pack, mdg_guide_pack_unref);

  return 0;
}

static const char *
get_first (const char *words)
{
  g_autoptr (GArray) hits = mdg_guide_search_find (search, words);

  return hits->len > 0 ? g_array_index (hits, MdgGuideHit, 0).situation->id : "nothing was found";
}

static void
test_words_find_their_case (void **state)
{
  static const struct
  {
    const char *words;
    const char *situation;
  } cases[] = {
    { "●", "black-dot" },
    { "くろまる", "black-dot" },
    { "クロマル", "black-dot" },
    { "資格(無効)", "invalid" },
    { "資格（無効）", "invalid" },
    { "むこう", "invalid" },
    { "カードリーダー", "reader-fault" },
    { "ｶｰﾄﾞﾘｰﾀﾞｰ", "reader-fault" },
    { "かーどりーだー", "reader-fault" },
    { "カードリーダ", "reader-fault" },
    { "カ－ドリ－ダ－", "reader-fault" },
    { "ｶｰﾄﾞﾘｰﾀﾞ 不具合", "reader-fault" },
    { "リーダー　CARD", "reader-fault" },
    { "⚫", "black-dot" },
    { "• 表示", "black-dot" },
    { "すまほ", "smartphone" },
    { "ｓｍａｒｔｐｈｏｎｅ", "smartphone" },
    { "停電", "outage" },
    { "電子証明書", "certificate-expired" },
    { "ＰＩＮ", "pin" },
    { "pin", "pin" },
    { "スマホ", "smartphone" },
    { "IPHONE", "smartphone" },
    { "療養費", "nothing" },
    { "地震", "disaster" },
    { "居宅同意取得型", "mobile" },
    { "期限切れ　カード本体", "card-expired" },
    { "75歳", "over-75" },
    { "７５歳", "over-75" },
    { "smartphone", "smartphone" },
    { "certificate expired", "certificate-expired" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (!g_str_equal (get_first (cases[i].words), cases[i].situation))
      fail_msg ("“%s” finds %s before %s", cases[i].words, get_first (cases[i].words),
                cases[i].situation);
}

static void
test_nothing_typed_finds_all (void **state)
{
  g_autoptr (GArray) none = mdg_guide_search_find (search, "");
  g_autoptr (GArray) blank = mdg_guide_search_find (search, " 　\t");
  GPtrArray *situations = mdg_guide_pack_get_situations (pack);

  assert_int_equal (none->len, situations->len);
  assert_int_equal (blank->len, situations->len);
  for (guint i = 0; i < none->len; i++)
    assert_ptr_equal (g_array_index (none, MdgGuideHit, i).situation,
                      g_ptr_array_index (situations, i));
}

static void
test_nonsense_finds_nothing (void **state)
{
  g_autoptr (GArray) hits = mdg_guide_search_find (search, "zzzz");
  g_autoptr (GArray) broken = mdg_guide_search_find (search, "\xff\xfe");

  assert_int_equal (hits->len, 0);
  assert_true (broken->len <= mdg_guide_pack_get_situations (pack)->len);
}

/* Every word of every text of today's procedures leads to its situation. */
static void
test_every_text_is_found (void **state)
{
  GPtrArray *situations = mdg_guide_pack_get_situations (pack);

  for (guint i = 0; i < situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (situations, i);
      const MdgNode *start =
        mdg_guide_pack_resolve (pack, situation->start, mdg_day_new (2026, 11, 22));
      const char *texts[] = {
        situation->title.in[MDG_LANGUAGE_JAPANESE],
        situation->line.in[MDG_LANGUAGE_ENGLISH],
        start->text.in[MDG_LANGUAGE_JAPANESE],
        start->text.in[MDG_LANGUAGE_ENGLISH],
      };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_autoptr (GArray) hits = mdg_guide_search_find (search, texts[j]);
          gboolean is_found = FALSE;

          for (guint k = 0; k < hits->len; k++)
            is_found = is_found || g_array_index (hits, MdgGuideHit, k).situation == situation;
          if (!is_found)
            fail_msg ("“%s” does not find %s", texts[j], situation->id);
        }
    }
}

static void
test_written_forms_are_alike (void **state)
{
  static const char *const alike[][2] = {
    { "ﾎﾟｰﾀﾙ", "ポータル" },
    { "ぽーたる", "ポータル" },
    { "ポ－タル", "ポータル" },
    { "サーバ", "サーバー" },
    { "ＩＤ", "id" },
    { "が", "か\u3099" },
    { "資格(無効)", "資格（無効）" },
    { "㈱", "(株)" },
    { "１２３", "123" },
    { "Straße", "STRASSE" },
    { "ヴ", "ゔ" },
    { "●", "⬤" },
  };
  static const char *const unlike[][2] = {
    { "か", "が" }, { "3-1", "31" }, { "on-line", "online" }, { "は", "ば" }, { "資格", "視覚" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    {
      g_autofree char *a = mdg_guide_search_fold (alike[i][0]);
      g_autofree char *b = mdg_guide_search_fold (alike[i][1]);

      assert_string_equal (a, b);
    }
  for (guint i = 0; i < G_N_ELEMENTS (unlike); i++)
    {
      g_autofree char *a = mdg_guide_search_fold (unlike[i][0]);
      g_autofree char *b = mdg_guide_search_fold (unlike[i][1]);

      assert_string_not_equal (a, b);
    }
}

static void
test_hits_say_where (void **state)
{
  g_autoptr (GArray) hits = mdg_guide_search_find (search, "カナ氏名");

  assert_true (hits->len > 0);
  for (guint i = 0; i < hits->len; i++)
    {
      const MdgNode *node = g_array_index (hits, MdgGuideHit, i).node;

      mdg_test_assert_contains (node->claim.in[MDG_LANGUAGE_JAPANESE], "カナ氏名");
    }
}

static void
test_the_day_decides (void **state)
{
  g_autoptr (MdgGuideSearch) before = mdg_guide_search_new (pack, mdg_day_new (2025, 9, 18));
  g_autoptr (MdgGuideSearch) never = mdg_guide_search_new (pack, mdg_day_new (2020, 1, 1));
  g_autoptr (GArray) hits =
    mdg_guide_search_find (before, "スマートフォンではまだ受け付けられない");
  g_autoptr (GArray) today =
    mdg_guide_search_find (search, "スマートフォンではまだ受け付けられない");
  g_autoptr (GArray) none = mdg_guide_search_find (never, "");

  assert_int_equal (hits->len, 1);
  assert_int_equal (today->len, 0);
  assert_int_equal (none->len, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_words_find_their_case),
    cmocka_unit_test (test_nothing_typed_finds_all),
    cmocka_unit_test (test_nonsense_finds_nothing),
    cmocka_unit_test (test_every_text_is_found),
    cmocka_unit_test (test_written_forms_are_alike),
    cmocka_unit_test (test_hits_say_where),
    cmocka_unit_test (test_the_day_decides),
  };

  return mdg_test_run_full (tests, load, unload);
}
