using System.Diagnostics.CodeAnalysis;

namespace OrderToCash;

/// <summary>The selector of policies: what holds for each of the host's legal entities.</summary>
public interface ILegalEntities
{
    /// <summary>The legal entity of this id, or false.</summary>
    bool TryFind(LegalEntityId id, [NotNullWhen(true)] out LegalEntity? legalEntity);
}
