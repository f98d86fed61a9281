using System.Text.Json.Serialization;

namespace OrderToCash.Matching;

/// <summary>By what a payer is known again.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PayerKeyKind>))]
public enum PayerKeyKind
{
    /// <summary>The account the money comes from. Once confirmed it lets amounts decide.</summary>
    Account,

    /// <summary>The name banks show. It suggests and corroborates, whatever was confirmed.</summary>
    Name,

    /// <summary>What the payer is registered by with us: a mandate, a remitter id.</summary>
    Reference,
}
