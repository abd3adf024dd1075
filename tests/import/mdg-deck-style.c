/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-style.h"

#include <stddef.h>
#include <string.h>

#define FIRST_REIWA_YEAR 2019

static const char *const layout_ids[MDG_N_DECK_LAYOUTS] = {
  "rows",
  "side-by-side",
  "columns",
  "tokens",
};

/* The switches by name, so that a failing deck can be described and repeated. */
static const struct
{
  const char *id;
  gsize offset;
  guint one_in; /* how rarely it is the other way than in the true deck */
} switches[] = {
#define SWITCH(name, one_in) { #name, offsetof (MdgDeckStyle, name), one_in }
  SWITCH (labels_after, 3), SWITCH (ticks, 3),          SWITCH (glued, 2),
  SWITCH (one_slide, 3),    SWITCH (turned, 2),         SWITCH (has_headers, 4),
  SWITCH (has_headings, 4), SWITCH (moved_headings, 2), SWITCH (stray_heading, 2),
  SWITCH (wide_digits, 3),  SWITCH (crlf, 3),           SWITCH (loose, 2),
  SWITCH (has_numbers, 3),  SWITCH (glued_number, 2),   SWITCH (has_list, 2),
  SWITCH (has_cover, 2),    SWITCH (notes, 3),          SWITCH (shuffled, 3),
#undef SWITCH
};

static gboolean *
get_switch (const MdgDeckStyle *self, guint index)
{
  return (gboolean *) ((char *) self + switches[index].offset);
}

/**
 * mdg_deck_style_init:
 * @self: (out): a style
 *
 * Sets the style of the deck of 13 November 2025, as its text was extracted.
 */
void
mdg_deck_style_init (MdgDeckStyle *self)
{
  *self = (MdgDeckStyle) {
    .seed = 1,
    .month = MDG_DECK_MONTH_AS_DECK,
    .glued = TRUE,
    .turned = TRUE,
    .has_headers = TRUE,
    .has_headings = TRUE,
    .moved_headings = TRUE,
    .stray_heading = TRUE,
    .loose = TRUE,
    .has_numbers = TRUE,
    .glued_number = TRUE,
    .has_list = TRUE,
    .notes = TRUE,
  };
}

/**
 * mdg_deck_style_init_random:
 * @self: (out): a style
 * @rand: a generator
 *
 * Sets any combination of layouts and switches.
 */
void
mdg_deck_style_init_random (MdgDeckStyle *self, GRand *rand)
{
  mdg_deck_style_init (self);
  self->seed = g_rand_int (rand);
  self->counts = (MdgDeckLayout) g_rand_int_range (rand, 0, MDG_N_DECK_LAYOUTS);
  self->rates = (MdgDeckLayout) g_rand_int_range (rand, 0, MDG_N_DECK_LAYOUTS);
  self->types = (MdgDeckLayout) g_rand_int_range (rand, 0, MDG_N_DECK_LAYOUTS);
  self->national = (MdgDeckNational) g_rand_int_range (rand, 0, MDG_N_DECK_NATIONALS);
  self->blank = (MdgDeckBlank) g_rand_int_range (rand, 0, MDG_N_DECK_BLANKS);
  self->month = (MdgDeckMonth) g_rand_int_range (rand, 0, MDG_N_DECK_MONTHS);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (g_rand_int_range (rand, 0, (gint32) switches[i].one_in) == 0)
      *get_switch (self, i) = !*get_switch (self, i);
}

/**
 * mdg_deck_style_alter:
 * @self: a style
 * @rand: a generator
 *
 * Alters what changes no figure: another spelling, headings moved, ticks, notes, empty lines.
 */
void
mdg_deck_style_alter (MdgDeckStyle *self, GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      self->moved_headings = !self->moved_headings;
      break;
    case 1:
      self->ticks = !self->ticks;
      break;
    case 2:
      self->loose = !self->loose;
      break;
    case 3:
      self->month = (self->month + 1) % MDG_N_DECK_MONTHS;
      break;
    case 4:
      self->blank = (self->blank + 1) % MDG_N_DECK_BLANKS;
      break;
    case 5:
      self->notes = !self->notes;
      break;
    case 6:
      self->wide_digits = !self->wide_digits;
      break;
    default:
      self->stray_heading = !self->stray_heading;
      self->seed++;
      break;
    }
}

/**
 * mdg_deck_style_describe:
 * @self: a style
 *
 * Returns: (transfer full): the style in words, for the message of a test that fails
 */
char *
mdg_deck_style_describe (const MdgDeckStyle *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (
    text, "seed %u, counts %s, rates %s, types %s, national %d, blank %d, month %d", self->seed,
    layout_ids[self->counts], layout_ids[self->rates], layout_ids[self->types],
    (int) self->national, (int) self->blank, (int) self->month);
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (*get_switch (self, i))
      g_string_append_printf (text, ", %s", switches[i].id);

  return g_string_free_and_steal (text);
}

/**
 * mdg_deck_layout_from_id:
 * @id: a name
 * @layout: (out): the layout
 *
 * Returns: whether a layout has this name
 */
gboolean
mdg_deck_layout_from_id (const char *id, MdgDeckLayout *layout)
{
  for (guint i = 0; i < MDG_N_DECK_LAYOUTS; i++)
    if (strcmp (layout_ids[i], id) == 0)
      {
        *layout = (MdgDeckLayout) i;
        return TRUE;
      }

  return FALSE;
}

static void
append_wide (GString *text, const char *plain)
{
  for (; *plain != '\0'; plain = g_utf8_next_char (plain))
    {
      gunichar c = g_utf8_get_char (plain);

      g_string_append_unichar (text, g_ascii_isdigit (c) ? c - '0' + 0xff10 : c);
    }
}

/**
 * mdg_deck_style_spell:
 * @self: a style
 * @usual: how the true deck spells a month in this place
 * @month: a month
 *
 * Spells a month. Only the short form does without the sign 月 at its end.
 *
 * Returns: (transfer full): the month
 */
char *
mdg_deck_style_spell (const MdgDeckStyle *self, MdgDeckMonth usual, MdgMonth month)
{
  int year = mdg_month_get_year (month);
  int era = year - FIRST_REIWA_YEAR + 1;
  int number = mdg_month_get_number (month);
  GString *wide;
  g_autofree char *plain = NULL;

  switch (self->month == MDG_DECK_MONTH_AS_DECK ? usual : self->month)
    {
    case MDG_DECK_MONTH_SHORT:
      return g_strdup_printf ("R%d.%d", era, number);
    case MDG_DECK_MONTH_SPACED:
      return g_strdup_printf ("令和 %d年%d月", era, number);
    case MDG_DECK_MONTH_WESTERN:
      return g_strdup_printf ("%d年%d月", year, number);
    case MDG_DECK_MONTH_WIDE:
      wide = g_string_new (NULL);
      plain = g_strdup_printf ("令和%d年%d月", era, number);
      append_wide (wide, plain);
      return g_string_free_and_steal (wide);
    case MDG_DECK_MONTH_ERA:
    case MDG_DECK_MONTH_AS_DECK:
    case MDG_N_DECK_MONTHS:
    default:
      return g_strdup_printf ("令和%d年%d月", era, number);
    }
}

static void
append_blank (const MdgDeckStyle *self, GString *text, GRand *rand)
{
  static const char *const blanks[] = { " ", "\u3000", "\u00a0" };
  guint blank = self->blank;

  if (self->blank == MDG_DECK_BLANK_MIXED)
    blank = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (blanks));
  g_string_append (text, blanks[blank]);
}

/* Every sign that has a full-width form. A line is wide as a whole. */
static void
append_line (const MdgDeckStyle *self, GString *text, const char *line, GRand *rand)
{
  static const char signs[] = "0123456789,.%()+-:";
  gboolean is_wide = self->wide_digits && g_rand_int_range (rand, 0, 3) == 0;

  for (; *line != '\0'; line = g_utf8_next_char (line))
    {
      gunichar c = g_utf8_get_char (line);

      if (c == ' ')
        append_blank (self, text, rand);
      else if (is_wide && c < 0x80 && strchr (signs, (int) c) != NULL)
        g_string_append_unichar (text, c - 0x20 + 0xff00);
      else
        g_string_append_unichar (text, c);
    }
  g_string_append (text, self->crlf ? "\r\n" : "\n");
}

/**
 * mdg_deck_style_finish:
 * @self: a style
 * @text: a deck with plain blanks, digits and line ends
 *
 * Gives the text the blanks, digits and line ends of the style.
 *
 * Returns: (transfer full): the text
 */
char *
mdg_deck_style_finish (const MdgDeckStyle *self, const char *text)
{
  GString *finished = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GRand *rand = g_rand_new_with_seed (self->seed);

  for (char **line = lines; *line != NULL; line++)
    append_line (self, finished, *line, rand);
  g_rand_free (rand);

  return g_string_free_and_steal (finished);
}
