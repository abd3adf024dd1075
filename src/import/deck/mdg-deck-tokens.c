/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-deck-tokens.h"

#include "import/deck/mdg-scan.h"

#include <string.h>

#define MAX_RANK_DIGITS 2

/* A name that goes on with a letter is a part of a longer word: 病院数, 東京駅. */
static gboolean
ends_name (const char *p)
{
  MdgFacilityType type;
  MdgArea area;

  return (guchar) *p < 0x80 || mdg_scan_facility (&p, &type) || mdg_scan_area (&p, &area);
}

static gboolean
read_facility (const char **cursor, MdgToken *token)
{
  const char *p = *cursor;

  if (!mdg_scan_facility (&p, &token->type) || !ends_name (p))
    return FALSE;

  token->kind = MDG_TOKEN_FACILITY;
  *cursor = p;
  return TRUE;
}

static gboolean
read_area (const char **cursor, MdgToken *token)
{
  const char *p = *cursor;

  if (!mdg_scan_area (&p, &token->area) || !ends_name (p))
    return FALSE;

  token->kind = MDG_TOKEN_AREA;
  *cursor = p;
  return TRUE;
}

static gboolean
is_signed (const char *p)
{
  return *p == '+' || *p == '-' || mdg_scan_literal (&p, "▲") || mdg_scan_literal (&p, "△");
}

/* "(+0.93%)", "(▲0.93ポイント)", "+0.93%" */
static gboolean
read_change (const char **cursor, MdgToken *token)
{
  const char *p = *cursor;
  gboolean in_brackets = mdg_scan_literal (&p, "(");

  if ((!in_brackets && !is_signed (p)) || !mdg_scan_decimal (&p, &token->value) ||
      token->value.decimals != 2)
    return FALSE;
  mdg_scan_literal (&p, "%");
  mdg_scan_literal (&p, "ポイント");
  if (in_brackets && !mdg_scan_literal (&p, ")"))
    return FALSE;

  token->kind = MDG_TOKEN_CHANGE;
  *cursor = p;
  return TRUE;
}

static gboolean
read_rank (const char **cursor, MdgToken *token)
{
  const char *p = *cursor;
  gint64 rank;

  if (!mdg_scan_literal (&p, "(") || !mdg_scan_integer (&p, MAX_RANK_DIGITS, &rank) ||
      !mdg_scan_literal (&p, ")"))
    return FALSE;

  token->kind = MDG_TOKEN_RANK;
  *cursor = p;
  return TRUE;
}

static gboolean
read_number (const char **cursor, MdgToken *token)
{
  const char *p = *cursor;
  const char *after = p;

  if (!g_ascii_isdigit (*p))
    return FALSE;

  if (mdg_scan_percent (&after, &token->value))
    {
      token->kind = token->value.decimals == 2 ? MDG_TOKEN_RATE : MDG_TOKEN_NUMBER;
      *cursor = after;
      return TRUE;
    }

  while (g_ascii_isdigit (*p) || (*p == ',' && g_ascii_isdigit (p[1])))
    p++;
  token->kind = MDG_TOKEN_COUNT;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    {
      token->kind = MDG_TOKEN_NUMBER;
      while (g_ascii_isdigit (*p) || *p == '.' || *p == ',' || *p == '%')
        p++;
    }
  /* "2025年", "7,700万人" and the like are parts of a sentence. */
  else if ((guchar) *p >= 0x80 && !ends_name (p))
    return FALSE;

  *cursor = p;
  return TRUE;
}

/**
 * mdg_tokens_read:
 * @tokens: (element-type MdgToken): where to add
 * @text: a normalised line, which must outlive the tokens
 * @line: its index
 *
 * Takes a line apart.
 */
void
mdg_tokens_read (GArray *tokens, const char *text, guint line)
{
  mdg_scan_blanks (&text);
  while (*text != '\0')
    {
      MdgToken token = { .kind = MDG_TOKEN_WORD, .line = line, .text = text };
      const char *p = text;

      if (!read_facility (&p, &token) && !read_area (&p, &token) && !read_change (&p, &token) &&
          !read_rank (&p, &token) && !read_number (&p, &token))
        p += strcspn (p, " ");
      g_array_append_val (tokens, token);
      text = p;
      mdg_scan_blanks (&text);
    }
}
