using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>Who takes the minor unit when net and tax of a price that includes tax do not both fit the grid.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InclusiveRounding>))]
public enum InclusiveRounding
{
    /// <summary>
    /// The tax is taken out of the summed gross and rounded, the net is the rest (the practice in Portugal): the total is exactly
    /// the gross, and the tax may differ from base x rate by a unit per category and rate.
    /// </summary>
    TaxOutOfGross,

    /// <summary>
    /// The net is chosen so that tax = base x rate holds exactly (BR-CO-17); what is then missing to the gross, at most a
    /// unit per category and rate, is the rounding amount (BT-114), so that the payable total is exactly the gross.
    /// </summary>
    RoundingAmount,
}
