/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-area.h"

#include <string.h>

static guint
count_matches (const char *query)
{
  guint count = 0;

  for (guint area = 0; area < MDG_N_AREAS; area++)
    count += mdg_area_matches (area, query);

  return count;
}

/* The only prefecture that matches @query, or %MDG_AREA_NONE. */
static MdgArea
find_only (const char *query)
{
  MdgArea found = MDG_AREA_NONE;

  if (count_matches (query) != 1)
    return MDG_AREA_NONE;

  for (guint area = 0; area < MDG_N_AREAS; area++)
    {
      if (mdg_area_matches (area, query))
        found = area;
    }

  return found;
}

static char *
to_katakana (const char *hiragana)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = hiragana; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, g_utf8_get_char (p) + 0x60);

  return g_string_free_and_steal (g_steal_pointer (&out));
}

static char *
to_full_width (const char *ascii)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    g_string_append_unichar (out, (gunichar) *p + 0xfee0);

  return g_string_free_and_steal (g_steal_pointer (&out));
}

static void
test_all_by_all_names (void **state)
{
  for (guint i = 0; i < MDG_N_AREAS; i++)
    {
      const char *names[] = { mdg_area_get_name (i), mdg_area_get_short_name (i) };
      MdgArea found = MDG_AREA_NONE;

      assert_int_equal (strlen (mdg_area_get_code (i)), 2);
      assert_int_equal (atoi (mdg_area_get_code (i)), i);
      assert_true (mdg_area_from_code (mdg_area_get_code (i), &found));
      assert_int_equal (found, i);

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *padded = g_strdup_printf (" \u3000%s\t\u00a0\n", names[j]);
          g_autofree char *longer = g_strconcat (names[j], "県庁", NULL);

          found = MDG_AREA_NONE;
          assert_true (mdg_area_from_name (names[j], -1, &found));
          assert_int_equal (found, i);

          found = MDG_AREA_NONE;
          assert_true (mdg_area_from_name (padded, -1, &found));
          assert_int_equal (found, i);

          found = MDG_AREA_NONE;
          assert_true (mdg_area_from_name (longer, strlen (names[j]), &found));
          assert_int_equal (found, i);
          assert_false (mdg_area_from_name (longer, -1, &found));
        }
    }
}

static void
test_names_fit_together (void **state)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < MDG_N_AREAS; i++)
    {
      const char *name = mdg_area_get_name (i);
      const char *short_name = mdg_area_get_short_name (i);
      const char *suffix = name + strlen (short_name);

      assert_true (g_str_has_prefix (name, short_name));
      if (i == MDG_AREA_NATIONAL || i == 1)
        assert_string_equal (suffix, "");
      else if (i == 13)
        assert_string_equal (suffix, "都");
      else if (i == 26 || i == 27)
        assert_string_equal (suffix, "府");
      else
        assert_string_equal (suffix, "県");

      for (const char *p = mdg_area_get_kana (i); *p != '\0'; p = g_utf8_next_char (p))
        mdg_test_assert_in_range (g_utf8_get_char (p), 0x3041, 0x3096);
      assert_int_equal (strspn (mdg_area_get_romaji (i) + 1, "abcdefghijklmnopqrstuvwxyz"),
                        strlen (mdg_area_get_romaji (i)) - 1);
      assert_true (g_ascii_isupper (mdg_area_get_romaji (i)[0]));

      assert_true (g_hash_table_add (seen, (gpointer) name));
      assert_true (g_hash_table_add (seen, (gpointer) mdg_area_get_kana (i)));
      assert_true (g_hash_table_add (seen, (gpointer) mdg_area_get_romaji (i)));

      assert_string_equal (mdg_area_get_label (i, MDG_LANGUAGE_JAPANESE), name);
      assert_string_equal (mdg_area_get_label (i, MDG_LANGUAGE_ENGLISH), mdg_area_get_romaji (i));
      assert_int_equal (mdg_area_is_prefecture (i), i != MDG_AREA_NATIONAL);
    }

  assert_false (mdg_area_is_prefecture (48));
  assert_false (mdg_area_is_prefecture (MDG_AREA_NONE));
}

static void
test_wrong_names (void **state)
{
  static const char *const names[] = {
    "",       " ",      "県",     "北海",      "福島市",   "福 島", "京",       "都",
    "東京府", "京都都", "大阪県", "Fukushima", "ふくしま", "総計",  "\xe7\xa6",
  };
  static const char *const codes[] = { "",    "0",   "7",      "48", "99",
                                       "007", " 07", "070009", "0a", "\uff10\uff17" };
  MdgArea area = 99;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (mdg_area_from_name (names[i], -1, &area))
        fail_msg ("\"%s\" was taken for a name", names[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (mdg_area_from_code (codes[i], &area))
        fail_msg ("\"%s\" was taken for a code", codes[i]);
    }
  /* A name cut in the middle of a character. */
  assert_false (mdg_area_from_name ("福島", 4, &area));
  assert_int_equal (area, 99);
}

static void
test_regions (void **state)
{
  static const guint sizes[MDG_N_REGIONS] = { 1, 1, 6, 7, 9, 7, 5, 4, 8 };
  guint counts[MDG_N_REGIONS] = { 0 };

  for (guint i = 0; i < MDG_N_AREAS; i++)
    counts[mdg_area_get_region (i)]++;

  for (guint region = 0; region < MDG_N_REGIONS; region++)
    {
      assert_int_equal (counts[region], sizes[region]);
      for (guint language = 0; language < MDG_N_LANGUAGES; language++)
        assert_int_equal (*mdg_region_get_label (region, language) == '\0',
                          region == MDG_REGION_NONE);
    }

  assert_int_equal (mdg_area_get_region (7), MDG_REGION_TOHOKU);
  assert_int_equal (mdg_area_get_region (24), MDG_REGION_KINKI);
  assert_int_equal (mdg_area_get_region (47), MDG_REGION_KYUSHU_OKINAWA);
}

/* Every area answers to each of its names, typed in any way, after every key press. */
static void
test_search_while_typing (void **state)
{
  for (guint i = 0; i < MDG_N_AREAS; i++)
    {
      const char *kana = mdg_area_get_kana (i);
      const char *romaji = mdg_area_get_romaji (i);
      g_autofree char *katakana = to_katakana (kana);
      g_autofree char *upper = g_ascii_strup (romaji, -1);
      g_autofree char *wide = to_full_width (romaji);
      g_autofree char *wide_code = to_full_width (mdg_area_get_code (i));
      const char *spellings[] = {
        mdg_area_get_name (i),
        mdg_area_get_short_name (i),
        kana,
        katakana,
        romaji,
        upper,
        wide,
        mdg_area_get_code (i),
        wide_code,
      };

      for (guint j = 0; j < G_N_ELEMENTS (spellings); j++)
        {
          const char *text = spellings[j];

          for (const char *p = g_utf8_next_char (text);; p = g_utf8_next_char (p))
            {
              g_autofree char *typed = g_strndup (text, p - text);
              g_autofree char *padded = g_strdup_printf ("\u3000%s ", typed);

              assert_true (mdg_area_matches (i, typed));
              assert_true (mdg_area_matches (i, padded));
              if (*p == '\0')
                break;
            }
        }
    }
}

static void
test_search_results (void **state)
{
  assert_int_equal (find_only ("福島"), 7);
  assert_int_equal (find_only ("ふくしま"), 7);
  assert_int_equal (find_only ("フクシマ"), 7);
  assert_int_equal (find_only ("ﾌｸｼﾏ"), 7);
  assert_int_equal (find_only ("ふくしまけん"), 7);
  assert_int_equal (find_only ("ｷﾞﾌ"), 21);
  assert_int_equal (find_only ("ギフ"), 21);
  assert_int_equal (find_only ("fukushima"), 7);
  assert_int_equal (find_only ("ＦＵＫＵＳＨＩＭＡ"), 7);
  assert_int_equal (find_only ("07"), 7);
  assert_int_equal (find_only ("7"), 7);
  assert_int_equal (find_only ("Ōita"), 44);
  assert_int_equal (find_only ("Kôchi"), 39);
  assert_int_equal (find_only ("おおさかふ"), 27);
  assert_int_equal (find_only ("とうきょうと"), 13);
  assert_int_equal (find_only ("どう"), 1);
  assert_int_equal (find_only ("全国"), MDG_AREA_NATIONAL);
  assert_int_equal (find_only ("japan"), MDG_AREA_NATIONAL);

  /* 京 stands in 東京 and 京都; the shima are four islands and 島根. */
  assert_int_equal (count_matches ("京"), 2);
  assert_int_equal (count_matches ("shima"), 5);
  assert_int_equal (count_matches ("fuku"), 3);
  assert_int_equal (count_matches ("4"), 9);

  assert_int_equal (count_matches (""), MDG_N_AREAS);
  assert_int_equal (count_matches (" \u3000"), MDG_N_AREAS);
  assert_int_equal (count_matches ("xyz"), 0);
  assert_int_equal (count_matches ("48"), 0);
  assert_int_equal (count_matches ("007"), 0);
  assert_int_equal (count_matches ("\xff\xfe"), 0);
  /* ぎふ is not きふ: voicing marks are letters, not accents. */
  assert_int_equal (count_matches ("きふ"), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_all_by_all_names),    cmocka_unit_test (test_names_fit_together),
    cmocka_unit_test (test_wrong_names),         cmocka_unit_test (test_regions),
    cmocka_unit_test (test_search_while_typing), cmocka_unit_test (test_search_results),
  };

  return mdg_test_run (tests);
}
