using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Where an insolvency stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InsolvencyStatus>))]
public enum InsolvencyStatus
{
    /// <summary>Proceedings are open; the claim is not filed yet.</summary>
    Opened,

    /// <summary>The claim is filed; it may be examined, admitted and paid.</summary>
    Filed,

    /// <summary>Proceedings have ended; what was not paid is given up. A late distribution may still come.</summary>
    Closed,

    /// <summary>Proceedings were annulled: what was given up is owed again.</summary>
    Annulled,
}
