/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-area-typing.h"

/* Whether a name begins with what was typed, in kanji, hiragana, katakana or Latin letters. */
static gboolean
begins_with (MdgArea area, const char *typed)
{
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  g_autofree char *romaji = g_utf8_casefold (mdg_area_get_romaji (area), -1);
  const char *kana = mdg_area_get_kana (area);
  g_autoptr (GString) hiragana = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Katakana stand as far behind hiragana throughout. */
      if (c >= 0x30a1 && c <= 0x30f6)
        c -= 0x60;
      g_string_append_unichar (hiragana, c);
    }

  return g_str_has_prefix (mdg_area_get_name (area), typed) || g_str_has_prefix (romaji, folded) ||
         g_str_has_prefix (kana, hiragana->str);
}

static gboolean
matches (MdgArea area, const char *typed, gboolean anywhere)
{
  return anywhere ? mdg_area_matches (area, typed) : begins_with (area, typed);
}

/**
 * mdg_area_typing_find:
 * @typed: what has been typed so far
 * @current: the prefecture typing began at, or %MDG_AREA_NONE
 *
 * The prefecture meant by @typed: one whose name begins with it, else one that matches as search
 * does. @current itself stays as long as it fits; after it, the next by code.
 *
 * Returns: the prefecture, or %MDG_AREA_NONE
 */
MdgArea
mdg_area_typing_find (const char *typed, MdgArea current)
{
  guint start = mdg_area_is_prefecture (current) ? current : 1;

  if (*typed == '\0')
    return MDG_AREA_NONE;

  for (int anywhere = 0; anywhere <= 1; anywhere++)
    for (guint i = 0; i < MDG_N_PREFECTURES; i++)
      {
        MdgArea area = (MdgArea) ((start - 1 + i) % MDG_N_PREFECTURES + 1);

        if (matches (area, typed, anywhere != 0))
          return area;
      }

  return MDG_AREA_NONE;
}
