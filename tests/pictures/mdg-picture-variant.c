/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mdg-picture-variant.h"

#define WIDE .width = 1180, .height = 780
#define NARROW .width = 360, .height = 720
#define TALL .width = 1180, .height = 2100

static const MdgPictureVariant variants[] = {
  { .name = "ja-light", .language = "ja", WIDE, .text_scale = 100, .always = TRUE },
  { .name = "ja-today",
    .language = "ja",
    WIDE,
    .text_scale = 100,
    .real_date = TRUE,
    .always = TRUE },
  { .name = "ja-dark", .language = "ja", .dark = TRUE, WIDE, .text_scale = 100 },
  { .name = "ja-contrast", .language = "ja", .contrast = TRUE, WIDE, .text_scale = 100 },
  { .name = "ja-dark-contrast",
    .language = "ja",
    .dark = TRUE,
    .contrast = TRUE,
    WIDE,
    .text_scale = 100 },
  { .name = "ja-narrow", .language = "ja", NARROW, .text_scale = 100 },
  { .name = "ja-large", .language = "ja", WIDE, .text_scale = 200 },
  { .name = "ja-tall", .language = "ja", TALL, .text_scale = 100 },
  { .name = "en-light", .language = "en", WIDE, .text_scale = 100 },
  { .name = "en-dark", .language = "en", .dark = TRUE, WIDE, .text_scale = 100 },
  { .name = "en-narrow", .language = "en", NARROW, .text_scale = 100 },
  { .name = "en-narrow-large", .language = "en", NARROW, .text_scale = 200 },
  { .name = "en-large", .language = "en", WIDE, .text_scale = 200 },
};

guint
mdg_picture_variants_get_n (void)
{
  return G_N_ELEMENTS (variants);
}

const MdgPictureVariant *
mdg_picture_variants_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (variants), NULL);

  return &variants[index];
}

const MdgPictureVariant *
mdg_picture_variants_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    if (g_strcmp0 (variants[i].name, name) == 0)
      return &variants[i];

  return NULL;
}
