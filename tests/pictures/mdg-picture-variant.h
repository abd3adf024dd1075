/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MdgPictureVariant:
 * @name: ends the name of each picture
 * @language: the language of the process
 * @dark: whether the colours are dark
 * @contrast: whether the contrast is high
 * @width: width of the window in pixels
 * @height: height of the window in pixels
 * @text_scale: size of the text in percent
 * @real_date: the clock of the machine instead of the fixed date, and the overview only
 * @always: taken without being asked for all
 *
 * One way to show the program. The language is decided once in a process, so each variant has a
 * process of its own.
 */
typedef struct
{
  const char *name;
  const char *language;
  gboolean dark;
  gboolean contrast;
  int width;
  int height;
  int text_scale;
  gboolean real_date;
  gboolean always;
} MdgPictureVariant;

guint mdg_picture_variants_get_n (void);
const MdgPictureVariant *mdg_picture_variants_get (guint index);
const MdgPictureVariant *mdg_picture_variants_find (const char *name);

G_END_DECLS
