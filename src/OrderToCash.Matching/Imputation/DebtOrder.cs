using System.Text.Json.Serialization;

namespace OrderToCash.Matching;

/// <summary>Which debt money settles first when the payer does not say.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DebtOrder>))]
public enum DebtOrder
{
    /// <summary>The one that fell due first.</summary>
    OldestFirst,

    /// <summary>
    /// Due before not due, then the less secured, the more burdensome, the older, and equal ones in proportion (BGB section 366
    /// paragraph 2; Code civil article 1342-10 without the security).
    /// </summary>
    LegalOrder,
}
