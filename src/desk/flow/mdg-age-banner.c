/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-age-banner.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "guide/mdg-guide-ending.h"

struct _MdgAgeBanner
{
  AdwBin parent_instance;

  AdwBanner *banner;
  char *told_pack; /* (nullable) */
};

enum
{
  PROP_0,
  PROP_TOLD_PACK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgAgeBanner, mdg_age_banner, ADW_TYPE_BIN)

static void
closed_cb (MdgAgeBanner *self)
{
  adw_banner_set_revealed (self->banner, FALSE);
}

static void
set_told_pack (MdgAgeBanner *self, const char *told_pack)
{
  if (g_set_str (&self->told_pack, told_pack))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOLD_PACK]);
}

static void
mdg_age_banner_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MdgAgeBanner *self = MDG_AGE_BANNER (object);

  switch (prop_id)
    {
    case PROP_TOLD_PACK:
      g_value_set_string (value, self->told_pack);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_age_banner_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MdgAgeBanner *self = MDG_AGE_BANNER (object);

  switch (prop_id)
    {
    case PROP_TOLD_PACK:
      set_told_pack (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_age_banner_finalize (GObject *object)
{
  g_free (MDG_AGE_BANNER (object)->told_pack);

  G_OBJECT_CLASS (mdg_age_banner_parent_class)->finalize (object);
}

static void
mdg_age_banner_class_init (MdgAgeBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mdg_age_banner_get_property;
  object_class->set_property = mdg_age_banner_set_property;
  object_class->finalize = mdg_age_banner_finalize;

  /**
   * MdgAgeBanner:told-pack:
   *
   * Id and version of the pack that was said to be old.
   */
  properties[PROP_TOLD_PACK] =
    g_param_spec_string ("told-pack", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mdg_age_banner_init (MdgAgeBanner *self)
{
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_banner_set_button_label (self->banner, _ ("_Close"));
  g_signal_connect_object (self->banner, "button-clicked", G_CALLBACK (closed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
}

/**
 * mdg_age_banner_check:
 * @self: a banner
 * @pack: the pack that is used
 * @today: today
 *
 * Says so if @pack is old. Who has read it once need not read it every morning: it is not said again
 * of the same version.
 */
void
mdg_age_banner_check (MdgAgeBanner *self, const MdgGuidePack *pack, MdgDay today)
{
  g_autofree char *version = NULL;
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (MDG_IS_AGE_BANNER (self));

  version =
    g_strdup_printf ("%s %s", mdg_guide_pack_get_id (pack), mdg_guide_pack_get_version (pack));
  if (g_strcmp0 (self->told_pack, version) == 0 || !mdg_guide_pack_is_old (pack, today))
    return;

  date = mdg_format_day (mdg_guide_pack_get_date (pack));
  /* Translators: the day on which the guide was made. */
  title = g_strdup_printf (
    _ ("This guide is of %s, more than 180 days ago. Rules may have changed since."), date);
  adw_banner_set_title (self->banner, title);
  adw_banner_set_revealed (self->banner, TRUE);
  set_told_pack (self, version);
  g_signal_emit (self, signals[TOLD], 0, title);
}

/**
 * mdg_age_banner_get_revealed:
 * @self: a banner
 *
 * Returns: whether it says something now
 */
gboolean
mdg_age_banner_get_revealed (MdgAgeBanner *self)
{
  g_return_val_if_fail (MDG_IS_AGE_BANNER (self), FALSE);

  return adw_banner_get_revealed (self->banner);
}
