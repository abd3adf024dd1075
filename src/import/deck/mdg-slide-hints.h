/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-deck-slides.h"

G_BEGIN_DECLS

typedef enum
{
  MDG_BREAK_NONE,
  MDG_BREAK_INDENT, /* the line is set in by one blank */
  MDG_BREAK_GAP,    /* a form feed, or a gap of several empty lines */
} MdgBreakKind;

/**
 * MdgSlideHint:
 * @line: index of a line
 * @kind: how it is set apart from the line before
 * @number: a slide number that may stand on the line, or -1
 * @is_lone_number: whether nothing else stands on it
 * @title: (nullable): compact, if it is one of the titles
 *
 * What a line tells of the slide it stands on.
 */
typedef struct
{
  guint line;
  MdgBreakKind kind;
  int number;
  gboolean is_lone_number;
  char *title;
} MdgSlideHint;

char *mdg_slide_dup_compact_title (const MdgSlide *slide);
void mdg_slide_hints_judge (GArray *hints, GArray *slides);

G_END_DECLS
