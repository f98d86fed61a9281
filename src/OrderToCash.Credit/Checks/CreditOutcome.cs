using System.Text.Json.Serialization;

namespace OrderToCash.Credit;

/// <summary>What a credit check answers, the mildest first. The worst reason decides.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CreditOutcome>))]
public enum CreditOutcome
{
    /// <summary>Reserved.</summary>
    Approve,

    /// <summary>Reserved; somebody should look.</summary>
    ApproveWithWarning,

    /// <summary>Not reserved until somebody releases it or the cause is gone.</summary>
    Hold,

    /// <summary>Not reserved, and nobody can release it.</summary>
    Reject,
}
