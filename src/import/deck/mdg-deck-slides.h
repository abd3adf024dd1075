/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/read/mdg-document.h"

G_BEGIN_DECLS

/**
 * MdgSlide:
 * @number: its number as the deck counts
 * @title: its title, "" where the text tells none
 * @first_line: index of its first line
 * @end_line: index after its last line; equal to @first_line for a slide without text
 * @is_told: whether numbers, titles and order leave no doubt that these lines stand on it
 *
 * One slide of a deck.
 */
typedef struct
{
  int number;
  char *title;
  guint first_line;
  guint end_line;
  gboolean is_told;
} MdgSlide;

/**
 * MdgSlides:
 * @slides: (element-type MdgSlide): the slides in order; empty where the text does not tell them apart
 * @end_line: index of the line where the list of titles begins, or the number of lines
 *
 * Which lines of a text stand on which slide.
 */
typedef struct
{
  GArray *slides;
  guint end_line;
} MdgSlides;

MdgSlides *mdg_slides_new (const MdgDocument *document);
void mdg_slides_free (MdgSlides *self);
const MdgSlide *mdg_slides_find (const MdgSlides *self, guint line);
int mdg_slides_read_number (const char *text, gboolean *is_lone);
int mdg_slides_get_page (const MdgSlides *self, guint line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgSlides, mdg_slides_free)

G_END_DECLS
