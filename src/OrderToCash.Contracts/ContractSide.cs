using System.Text.Json.Serialization;

namespace OrderToCash.Contracts;

/// <summary>Who of the two parties.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContractSide>))]
public enum ContractSide
{
    /// <summary>The one who delivers and invoices.</summary>
    Seller,

    /// <summary>The one who receives and pays.</summary>
    Buyer,
}
