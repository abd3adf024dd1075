/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/mdg-pack-page.h"

#include "desk/mdg-desk-util.h"

typedef struct
{
  MdgGuidePack *pack;
  MdgStore *store;
  MdgClock *clock;
} MdgPackPagePrivate;

enum
{
  PROP_0,
  PROP_PACK,
  PROP_STORE,
  PROP_CLOCK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MdgPackPage, mdg_pack_page, ADW_TYPE_BIN)

static MdgPackPagePrivate *
get_private (MdgPackPage *self)
{
  return mdg_pack_page_get_instance_private (self);
}

static void
mdg_pack_page_constructed (GObject *object)
{
  MdgPackPagePrivate *priv = get_private (MDG_PACK_PAGE (object));

  G_OBJECT_CLASS (mdg_pack_page_parent_class)->constructed (object);

  if (priv->clock == NULL)
    priv->clock = g_object_ref (mdg_clock_get_default ());
}

static void
mdg_pack_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MdgPackPagePrivate *priv = get_private (MDG_PACK_PAGE (object));

  switch (prop_id)
    {
    case PROP_PACK:
      priv->pack = g_value_dup_boxed (value);
      break;

    case PROP_STORE:
      priv->store = g_value_dup_object (value);
      break;

    case PROP_CLOCK:
      priv->clock = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Not when it is disposed of: what a page is still waiting for then may ask for them. */
static void
mdg_pack_page_finalize (GObject *object)
{
  MdgPackPagePrivate *priv = get_private (MDG_PACK_PAGE (object));

  g_clear_object (&priv->clock);
  g_clear_object (&priv->store);
  g_clear_pointer (&priv->pack, mdg_guide_pack_unref);

  G_OBJECT_CLASS (mdg_pack_page_parent_class)->finalize (object);
}

static void
mdg_pack_page_class_init (MdgPackPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = mdg_pack_page_constructed;
  object_class->set_property = mdg_pack_page_set_property;
  object_class->finalize = mdg_pack_page_finalize;

  /**
   * MdgPackPage:pack:
   *
   * The guide pack that is shown.
   */
  properties[PROP_PACK] = g_param_spec_boxed ("pack", NULL, NULL, MDG_TYPE_GUIDE_PACK, flags);

  /**
   * MdgPackPage:store:
   *
   * Where it is kept what the user does.
   */
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, MDG_TYPE_STORE, flags);

  /**
   * MdgPackPage:clock:
   *
   * The clock that says which day is today; the default clock if %NULL.
   */
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, MDG_TYPE_CLOCK, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mdg_pack_page_init (MdgPackPage *self)
{
  mdg_desk_load_css (gtk_widget_get_display (GTK_WIDGET (self)));
}

/**
 * mdg_pack_page_get_pack:
 * @self: a page
 *
 * Returns: (transfer none): the guide pack that is shown
 */
MdgGuidePack *
mdg_pack_page_get_pack (MdgPackPage *self)
{
  g_return_val_if_fail (MDG_IS_PACK_PAGE (self), NULL);

  return get_private (self)->pack;
}

/**
 * mdg_pack_page_get_store:
 * @self: a page
 *
 * Returns: (transfer none): where it is kept what the user does
 */
MdgStore *
mdg_pack_page_get_store (MdgPackPage *self)
{
  g_return_val_if_fail (MDG_IS_PACK_PAGE (self), NULL);

  return get_private (self)->store;
}

/**
 * mdg_pack_page_get_clock:
 * @self: a page
 *
 * Returns: (transfer none): the clock that says which day is today
 */
MdgClock *
mdg_pack_page_get_clock (MdgPackPage *self)
{
  g_return_val_if_fail (MDG_IS_PACK_PAGE (self), NULL);

  return get_private (self)->clock;
}
