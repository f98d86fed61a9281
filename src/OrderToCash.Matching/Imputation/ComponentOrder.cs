using System.Text.Json.Serialization;

namespace OrderToCash.Matching;

/// <summary>Which part of a debt money settles first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ComponentOrder>))]
public enum ComponentOrder
{
    /// <summary>Costs, then interest, then the principal (BGB section 367; Code civil article 1343-1 for interest).</summary>
    CostsInterestPrincipal,

    /// <summary>Costs, then the principal, then interest (consumer credit: BGB section 497 paragraph 3).</summary>
    CostsPrincipalInterest,

    /// <summary>The principal, then interest, then costs, as a contract may say.</summary>
    PrincipalInterestCosts,
}
