using System.Text.Json.Serialization;

namespace OrderToCash.Matching;

/// <summary>What is thought of a payer and a customer after all that was learned.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PayerStanding>))]
public enum PayerStanding
{
    /// <summary>Not enough was learned, or more was taken back.</summary>
    Unknown,

    /// <summary>It speaks for a match that something else decides, and for a suggestion.</summary>
    Corroborates,

    /// <summary>The payer is known: amounts may decide.</summary>
    Applies,

    /// <summary>A person said that this payer does not pay for this customer.</summary>
    Rejected,
}
