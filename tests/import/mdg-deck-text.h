/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mdg-deck-figures.h"
#include "import/mdg-deck-style.h"

G_BEGIN_DECLS

/* What the parts of a deck's writer share. */
typedef struct
{
  const MdgDeckFigures *figures;
  const MdgDeckStyle *style;
  GString *text;
  GString *list; /* of titles */
  GRand *rand;
  guint slide;
  guint n_notes;
} MdgDeckWriter;

/* The two tables that share a slide, and the names that stand above them. */
extern const struct MdgDeckPair
{
  guint types[2];
  const char *headings[2];
} mdg_deck_pairs[2];

/* The slides of a deck in their usual order. */
typedef enum
{
  MDG_DECK_SLIDE_COVER,
  MDG_DECK_SLIDE_TYPES,
  MDG_DECK_SLIDE_CLAIMS,
  MDG_DECK_SLIDE_INSURED,
  MDG_DECK_SLIDE_STATUS,
  MDG_DECK_SLIDE_CHART,
  MDG_DECK_SLIDE_BANDS,
  MDG_DECK_SLIDE_RATES,
  MDG_DECK_SLIDE_COUNTS, /* two or four slides */
  MDG_N_DECK_SLIDES,
} MdgDeckSlide;

#define MDG_DECK_FOOTNOTE "※ 利用率＝マイナ保険証利用件数÷ オンライン資格確認利用件数"
#define MDG_DECK_TITLE_TYPES "オンライン資格確認の利用状況"
#define MDG_DECK_TITLE_RATES "オンライン資格確認 マイナ保険証の利用実績"
#define MDG_DECK_TITLE_COUNTS "施設類型別・都道府県別の利用実績"
#define MDG_DECK_HEADER_TOTALS "合計 マイナンバーカード 保険証"
#define MDG_DECK_HEADER_VIEWS "特定健診等情報（件） 薬剤情報（件） 診療情報（件）"
#define MDG_DECK_HEADER_COUNTS "都道府県 利用率 MNC利用件数 オン資件数"

#define MDG_DECK_SPLIT 30 /* rows of each table on the first of its two slides */

void mdg_deck_make (guint32 seed, MdgDeckFigures *figures, MdgDeckStyle *style);
void mdg_deck_order_slides (const MdgDeckStyle *style, GRand *rand, MdgDeckSlide *slides);
char *mdg_deck_text_write (const MdgDeckFigures *figures, const MdgDeckStyle *style);

void mdg_deck_writer_slide (MdgDeckWriter *self, MdgDeckSlide slide);
void mdg_deck_writer_line (MdgDeckWriter *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void mdg_deck_writer_types (MdgDeckWriter *self,
                            const gint64 values[MDG_DECK_N_TYPES][MDG_DECK_N_COLUMNS],
                            const gboolean lost[MDG_DECK_N_TYPES],
                            const char *glued);
void mdg_deck_writer_rates (MdgDeckWriter *self);
void mdg_deck_writer_counts (MdgDeckWriter *self, guint pair, guint first, guint end);

char *mdg_deck_group_digits (gint64 number);
char *mdg_deck_dup_count_cell (const MdgDeckCount *row, guint column);
char *mdg_deck_dup_rate (const MdgDeckRate *row);

/* Columns of a facility x prefecture table. */
enum
{
  MDG_DECK_CELL_RANK,
  MDG_DECK_CELL_PREVIOUS,
  MDG_DECK_CELL_NAME,
  MDG_DECK_CELL_RATE,
  MDG_DECK_CELL_MNC,
  MDG_DECK_CELL_VERIFICATIONS,
  MDG_N_DECK_CELLS,
};

G_END_DECLS
