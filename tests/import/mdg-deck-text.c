/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-text.h"

#include <string.h>

/* The slides of a deck as text, in the words of the deck of 13 November 2025. */

#define MAN G_GINT64_CONSTANT (10000)

const struct MdgDeckPair mdg_deck_pairs[2] = {
  { { MDG_FACILITY_HOSPITAL, MDG_FACILITY_MEDICAL_CLINIC }, { "【病院】", "【医科診療所】" } },
  { { MDG_FACILITY_PHARMACY, MDG_FACILITY_DENTAL_CLINIC }, { "【薬局】", "【歯科診療所】" } },
};

/**
 * mdg_deck_writer_line:
 * @self: a writer
 * @format: what to write
 *
 * Writes a line.
 */
void
mdg_deck_writer_line (MdgDeckWriter *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (self->text, format, args);
  va_end (args);
  g_string_append (self->text, self->style->loose ? "\n\n" : "\n");
}

static char *
spell (MdgDeckWriter *self, MdgDeckMonth usual, MdgMonth month)
{
  return mdg_deck_style_spell (self->style, usual, month);
}

/* A month with the sign at its end, which the short form does without in other places. */
static char *
spell_full (MdgDeckWriter *self, MdgDeckMonth usual, MdgMonth month)
{
  g_autofree char *text = spell (self, usual, month);

  return g_str_has_suffix (text, "月") ? g_strdup (text) : g_strconcat (text, "月", NULL);
}

static void
begin_slide (MdgDeckWriter *self, const char *title)
{
  mdg_deck_writer_line (self, " %s", title);
  g_string_append_printf (self->list, "\tスライド %u: %s\n", self->slide, title);
}

/* The number stands at the end of the slide, and empty lines follow. */
static void
end_slide (MdgDeckWriter *self, gboolean has_number)
{
  if (self->style->has_numbers && has_number)
    mdg_deck_writer_line (self, "%u", self->slide);
  g_string_append (self->text, "\n\n\n");
  self->slide++;
}

static void
write_cover (MdgDeckWriter *self)
{
  int year;
  int month;
  int day;
  g_autofree char *month_text = NULL;

  begin_slide (self, "マイナ保険証の利用促進等について");
  if (self->style->has_cover)
    {
      mdg_day_get_ymd (self->figures->published, &year, &month, &day);
      month_text = spell_full (self, MDG_DECK_MONTH_ERA, MDG_MONTH (year, month));
      mdg_deck_writer_line (self, "厚生労働省保険局");
      mdg_deck_writer_line (self, "%s%d日", month_text, day);
    }
  end_slide (self, FALSE);
}

/* Both tables on the same lines. */
static void
write_types_side_by_side (MdgDeckWriter *self)
{
  const MdgDeckFigures *figures = self->figures;

  mdg_deck_writer_line (self, MDG_DECK_HEADER_TOTALS " " MDG_DECK_HEADER_VIEWS);
  for (guint i = 1; i <= MDG_DECK_N_TYPES; i++)
    {
      guint type = i % MDG_DECK_N_TYPES;
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint table = 0; table < 2; table++)
        {
          const gint64 *values = table == 0 ? figures->totals[type] : figures->views[type];
          gboolean is_lost = table == 0 ? figures->totals_lost[type] : figures->views_lost[type];

          if (is_lost)
            continue;
          g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "",
                                  mdg_facility_type_get_name_ja (type));
          for (guint column = 0; column < MDG_DECK_N_COLUMNS; column++)
            {
              g_autofree char *number = mdg_deck_group_digits (values[column]);

              g_string_append_printf (line, " %s", number);
            }
        }
      if (line->len > 0)
        mdg_deck_writer_line (self, "%s", line->str);
    }
}

static void
write_types (MdgDeckWriter *self)
{
  const MdgDeckFigures *figures = self->figures;
  gboolean is_glued = self->style->has_numbers && self->style->glued_number &&
                      self->style->types == MDG_DECK_ROWS && !self->style->labels_after &&
                      figures->has_views;
  g_autofree char *number = g_strdup_printf (" %u", self->slide);

  begin_slide (self, MDG_DECK_TITLE_TYPES);
  mdg_deck_writer_line (self, "【%d月分実績の内訳】", mdg_month_get_number (figures->month));
  mdg_deck_writer_line (self, "※利用率=マイナ保険証利用件数/オンライン資格確認利用件数");
  if (self->style->types == MDG_DECK_SIDE_BY_SIDE && figures->has_totals && figures->has_views)
    {
      write_types_side_by_side (self);
      end_slide (self, TRUE);
      return;
    }

  if (figures->has_totals)
    {
      mdg_deck_writer_line (self, MDG_DECK_HEADER_TOTALS);
      mdg_deck_writer_types (self, figures->totals, figures->totals_lost, "");
    }
  if (figures->has_views)
    {
      mdg_deck_writer_line (self, MDG_DECK_HEADER_VIEWS);
      mdg_deck_writer_types (self, figures->views, figures->views_lost, is_glued ? number : "");
    }
  end_slide (self, !is_glued);
}

static void
write_claims (MdgDeckWriter *self)
{
  const MdgDeckFigures *figures = self->figures;
  g_autofree char *month = spell_full (self, MDG_DECK_MONTH_WIDE, figures->claims_month);

  begin_slide (self, "マイナ保険証の利用状況について");
  mdg_deck_writer_line (self,
                        "%sのマイナ保険証の利用状況に関して、医療機関・薬局の受診時に発行される"
                        "レセプトの枚数に占",
                        month);
  mdg_deck_writer_line (self,
                        "めるマイナ保険証の利用人数の割合（レセプト件数ベース利用率）は"
                        "%d.%02d％。",
                        (int) figures->claims_rate.digits / 100,
                        (int) figures->claims_rate.digits % 100);
  mdg_deck_writer_line (self, "※ レセプト件数ベース利用率＝マイナ保険証利用人数 / レセプト件数");
  end_slide (self, TRUE);
}

static void
write_insured (MdgDeckWriter *self)
{
  g_autofree char *insured = mdg_deck_group_digits (self->figures->insured / MAN);

  begin_slide (self, "マイナ保険証を基本とする仕組みへの移行に向けた周知（被用者保険向け）");
  mdg_deck_writer_line (
    self,
    "12月１日に被用者保険の加入者（約%s万人）の健康保険証の有効期限が切れるため、"
    "被用者保険の保険者が活用で",
    insured);
  mdg_deck_writer_line (self, "きる以下のリーフレットを作成。");
  end_slide (self, FALSE);
}

static void
write_statement (MdgDeckWriter *self,
                 const MdgDeckStatement *statement,
                 const char *stock,
                 const char *unit,
                 const char *share_of)
{
  g_autofree char *month = spell_full (self, MDG_DECK_MONTH_SHORT, self->figures->month);
  g_autofree char *count = mdg_deck_group_digits (statement->count / MAN);
  g_autofree char *before = mdg_deck_group_digits (statement->count_before / MAN);
  g_autofree char *share = mdg_decimal_to_string (statement->share);
  g_autofree char *share_before = mdg_decimal_to_string (statement->share_before);

  mdg_deck_writer_line (self, "%s%s：%s万%s（ %s万%s）、%s%s%%（ %s%% ）", month, stock, count,
                        unit, before, unit, share_of, share, share_before);
}

static void
write_status (MdgDeckWriter *self)
{
  const MdgDeckFigures *figures = self->figures;
  g_autofree char *flow = spell (self, MDG_DECK_MONTH_ERA, figures->flow_before);
  g_autofree char *stock = spell (self, MDG_DECK_MONTH_ERA, figures->stock_before);
  g_autofree char *population = mdg_deck_group_digits (figures->population / MAN);
  g_autofree char *registrants = mdg_deck_group_digits (figures->registrants.count / MAN);
  g_autofree char *holders = mdg_deck_group_digits (figures->holders.count / MAN);

  begin_slide (self, "マイナ保険証に関する現状");
  mdg_deck_writer_line (self, "（R%d.1.1時点の住基人口）",
                        mdg_month_get_year (mdg_day_get_month (figures->population_day)) - 2018);
  mdg_deck_writer_line (self, "マイナンバーカードの保有者");
  write_statement (self, &figures->holders, "末", "人", "全人口の");
  mdg_deck_writer_line (self, "マイナ保険証の登録者");
  write_statement (self, &figures->registrants, "末", "人", "カード保有者の");
  mdg_deck_writer_line (self, "%s万人%s万人 %s万人", population, registrants, holders);
  mdg_deck_writer_line (self, "（カード保有者）");
  mdg_deck_writer_line (self, "※（ ）内は%s%s時点", flow,
                        g_str_has_suffix (flow, "月") ? "" : "月");
  for (guint i = 0; i < 2; i++)
    mdg_deck_writer_line (self, "※（ ）内は%s%s末時点", stock,
                          g_str_has_suffix (stock, "月") ? "" : "月");
  mdg_deck_writer_line (self, "マイナ保険証の利用実績");
  write_statement (self, &figures->usage, "", "件", "");
  end_slide (self, FALSE);
}

static void
write_chart (MdgDeckWriter *self)
{
  begin_slide (self, "施設類型別のマイナ保険証利用率の推移");
  for (int tick = 0; self->style->ticks && tick <= 60; tick += 10)
    mdg_deck_writer_line (self, "%d%%", tick);
  mdg_deck_writer_line (self, "※ 利用割合＝MNC利用人数 / レセプト件数");
  mdg_deck_writer_line (self, " マイナカード保有率（右軸）：");
  mdg_deck_writer_line (self, "マイナ保険証利用率（左軸）：");
  end_slide (self, TRUE);
}

static void
write_bands (MdgDeckWriter *self)
{
  const MdgDeckFigures *figures = self->figures;
  g_autofree char *before = spell (self, MDG_DECK_MONTH_SHORT, figures->band_months[0]);
  g_autofree char *now = spell (self, MDG_DECK_MONTH_SHORT, figures->band_months[1]);
  g_autofree char *counted_before = mdg_deck_group_digits (figures->facilities[0]);
  g_autofree char *counted = mdg_deck_group_digits (figures->facilities[1]);

  begin_slide (self, "マイナ保険証の利用状況");
  mdg_deck_writer_line (self, "※ レセプト件数50以上等の施設を対象に算出（施設数：%s(%s)、%s(%s)）",
                        counted_before, before, counted, now);
  for (guint band = 0; band < MDG_DECK_N_BANDS; band++)
    {
      g_autofree char *share_before = mdg_decimal_to_string (figures->bands[band][0]);
      g_autofree char *share = mdg_decimal_to_string (figures->bands[band][1]);

      mdg_deck_writer_line (self, "%s",
                            band == 1 ? "30%以上の施設が占める割合" : "10%未満の施設が占める割合");
      mdg_deck_writer_line (self, "%s%%(%s) →%s%%(%s)", share_before, before, share, now);
    }
  end_slide (self, TRUE);
}

static void
write_rates (MdgDeckWriter *self)
{
  const MdgDeckFigures *figures = self->figures;
  g_autofree char *month = spell (self, MDG_DECK_MONTH_SPACED, figures->month);
  g_autofree char *before = spell (self, MDG_DECK_MONTH_ERA, figures->month - 1);
  g_autofree char *title = g_strdup_printf (
    "オンライン資格確認 マイナ保険証の利用実績 （都道府県別の医療機関・薬局での利用（%s））",
    month);

  if (!figures->has_rates)
    return;

  g_string_append_printf (self->list, "\tスライド %u: %s\n", self->slide, title);
  mdg_deck_writer_line (self, " " MDG_DECK_TITLE_RATES);
  mdg_deck_writer_line (self, "（都道府県別の医療機関・薬局での利用（%s））", month);
  mdg_deck_writer_line (self, "%s", MDG_DECK_FOOTNOTE);
  mdg_deck_writer_line (self, "（括弧内の値は%sの値からの変化量（％ポイント））", before);
  mdg_deck_writer_rates (self);
  mdg_deck_writer_line (self, "○ 都道府県別のマイナ保険証の利用率（%s）は以下のとおり。", month);
  mdg_deck_writer_line (self, "※黄色＝上位５県 灰色＝下位５県");
  end_slide (self, TRUE);
}

static void
write_count_slide (MdgDeckWriter *self, guint pair, guint first, guint end)
{
  const struct MdgDeckPair *tables = &mdg_deck_pairs[pair];
  gboolean is_turned = self->style->turned != self->style->moved_headings;

  if (!self->figures->has_counts[tables->types[0]] && !self->figures->has_counts[tables->types[1]])
    return;

  begin_slide (self, MDG_DECK_TITLE_COUNTS);
  if (self->style->stray_heading)
    mdg_deck_writer_line (self, "【病院】");
  mdg_deck_writer_line (self, "%s", MDG_DECK_FOOTNOTE);
  if (self->style->has_headings)
    mdg_deck_writer_line (self, "%s%s", tables->headings[is_turned ? 1 : 0],
                          tables->headings[is_turned ? 0 : 1]);
  mdg_deck_writer_counts (self, pair, first, end);
  end_slide (self, first > 0 || end == MDG_N_PREFECTURES);
}

static void
write_count_slides (MdgDeckWriter *self)
{
  for (guint pair = 0; pair < G_N_ELEMENTS (mdg_deck_pairs); pair++)
    {
      if (self->style->one_slide)
        {
          write_count_slide (self, pair, 0, MDG_N_PREFECTURES);
          continue;
        }
      write_count_slide (self, pair, 0, MDG_DECK_SPLIT);
      write_count_slide (self, pair, MDG_DECK_SPLIT, MDG_N_PREFECTURES);
    }
}

/**
 * mdg_deck_make:
 * @seed: a number
 * @figures: (out): figures
 * @style: (out): a style
 *
 * Makes up a deck. The same seed makes the same deck.
 */
void
mdg_deck_make (guint32 seed, MdgDeckFigures *figures, MdgDeckStyle *style)
{
  GRand *rand = g_rand_new_with_seed (seed);

  mdg_deck_figures_init (figures, rand);
  mdg_deck_style_init_random (style, rand);
  g_rand_free (rand);
}

/**
 * mdg_deck_writer_slide:
 * @self: a writer
 * @slide: which slide
 *
 * Writes a slide as text.
 */
void
mdg_deck_writer_slide (MdgDeckWriter *self, MdgDeckSlide slide)
{
  static void (*const writers[MDG_N_DECK_SLIDES]) (MdgDeckWriter *) = {
    write_cover, write_types, write_claims, write_insured,      write_status,
    write_chart, write_bands, write_rates,  write_count_slides,
  };

  writers[slide](self);
}

/**
 * mdg_deck_order_slides:
 * @style: a style
 * @rand: a generator
 * @slides: (out): %MDG_N_DECK_SLIDES slides
 *
 * Tells the order in which the slides stand. The cover is always the first.
 */
void
mdg_deck_order_slides (const MdgDeckStyle *style, GRand *rand, MdgDeckSlide *slides)
{
  for (guint i = 0; i < MDG_N_DECK_SLIDES; i++)
    slides[i] = (MdgDeckSlide) i;

  for (guint i = MDG_N_DECK_SLIDES - 1; style->shuffled && i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 1, (gint32) i + 1);
      MdgDeckSlide slide = slides[i];

      slides[i] = slides[other];
      slides[other] = slide;
    }
}

/**
 * mdg_deck_text_write:
 * @figures: figures
 * @style: how to write them
 *
 * Writes a deck as text. The same figures and style give the same text.
 *
 * Returns: (transfer full): the text
 */
char *
mdg_deck_text_write (const MdgDeckFigures *figures, const MdgDeckStyle *style)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) list = g_string_new (NULL);
  MdgDeckWriter self = { figures, style, text, list, g_rand_new_with_seed (style->seed), 0, 0 };
  MdgDeckSlide slides[MDG_N_DECK_SLIDES];

  mdg_deck_order_slides (style, self.rand, slides);
  for (guint i = 0; i < MDG_N_DECK_SLIDES; i++)
    mdg_deck_writer_slide (&self, slides[i]);
  if (style->has_list)
    g_string_append_printf (text, "\n\n%s", list->str);
  g_rand_free (self.rand);

  return mdg_deck_style_finish (style, text->str);
}
