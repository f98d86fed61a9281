using System.Text.Json.Serialization;

namespace OrderToCash.Contracts;

/// <summary>Where a contract stands in its life.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContractStatus>))]
public enum ContractStatus
{
    /// <summary>Written, not yet answered by the other side.</summary>
    Draft,

    /// <summary>There was a counter-proposal, or a signatory declined.</summary>
    InNegotiation,

    /// <summary>Both sides agree on the latest version; nobody has signed.</summary>
    Approved,

    /// <summary>The signatories are asked to sign one version.</summary>
    SentForSignature,

    /// <summary>All have signed.</summary>
    Active,

    /// <summary>Notice was given; it ends, or ended, on a stated day.</summary>
    Terminated,

    /// <summary>Its term is over.</summary>
    Expired,
}
