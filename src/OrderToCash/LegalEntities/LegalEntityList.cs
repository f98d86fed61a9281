using System.Diagnostics.CodeAnalysis;

namespace OrderToCash;

/// <summary>Legal entities that are known from the start.</summary>
public sealed class LegalEntityList : ILegalEntities
{
    private readonly Dictionary<LegalEntityId, LegalEntity> byId;

    /// <summary>Takes them.</summary>
    /// <exception cref="ArgumentException">Two have the same id, or number documents by the same series.</exception>
    public LegalEntityList(params IEnumerable<LegalEntity> legalEntities)
    {
        byId = legalEntities.ToDictionary(e => e.Id);
        var series = byId.Values.SelectMany(e => (string[])[e.InvoiceSeries.Series, e.CreditNoteSeries.Series]).Order().ToArray();
        for (var i = 1; i < series.Length; i++)
            if (series[i] == series[i - 1])
                throw new ArgumentException(
                    $"Two number by the series {series[i]}: documents of one could not be told from the other's.",
                    nameof(legalEntities));
    }

    /// <inheritdoc/>
    public bool TryFind(
        LegalEntityId id, [NotNullWhen(true)] out LegalEntity? legalEntity) => byId.TryGetValue(id, out legalEntity);
}
