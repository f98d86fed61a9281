using System.Diagnostics.CodeAnalysis;

namespace OrderToCash;

/// <summary>Legal entities that are known from the start.</summary>
public sealed class LegalEntityList : ILegalEntities
{
    private readonly Dictionary<LegalEntityId, LegalEntity> byId;

    /// <summary>Takes them.</summary>
    /// <exception cref="ArgumentException">Two have the same id.</exception>
    public LegalEntityList(params IEnumerable<LegalEntity> legalEntities) => byId = legalEntities.ToDictionary(e => e.Id);

    /// <inheritdoc/>
    public bool TryFind(
        LegalEntityId id, [NotNullWhen(true)] out LegalEntity? legalEntity) => byId.TryGetValue(id, out legalEntity);
}
